package org.gridsight.app.cameras.cascade;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.cameras.CameraSecrets;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Rejected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters upper platforms and decides what they may see; only for whoever is responsible for the whole place. */
@Service
class CascadeDesk {

    private final UpperTable table;
    private final CascadeLinks links;
    private final UpwardPictures pictures;
    private final CameraSecrets secrets;
    private final Grids grids;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    CascadeDesk(
            UpperTable table,
            CascadeLinks links,
            UpwardPictures pictures,
            CameraSecrets secrets,
            Grids grids,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.table = table;
        this.links = links;
        this.pictures = pictures;
        this.secrets = secrets;
        this.grids = grids;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** What leaves the place concerns all of it: for others there are no platforms. */
    private boolean isForWhole(CurrentUser user) {
        return user.scope().covers(grids.place().code());
    }

    private void requireWhole(String id, CurrentUser user) {
        if (!isForWhole(user)) {
            throw new Rejected(CascadeReason.NOT_FOUND, id);
        }
    }

    @Transactional(readOnly = true)
    public UpperView.Answer list(CurrentUser user, Locale locale) {
        List<UpperEntry> entries = isForWhole(user) ? table.list() : List.of();
        return new UpperView.Answer(
                entries.stream().map(entry -> view(entry, locale)).toList());
    }

    private UpperView view(UpperEntry entry, Locale locale) {
        int cameras = table.shared(entry.platformId()).size();
        return UpperView.of(entry, links.state(entry.platformId()), cameras, locale);
    }

    @Transactional
    public UpperView put(String id, UpperRequest request, CurrentUser user, Locale locale) {
        requireWhole(id, user);
        Optional<UpperEntry> before = table.find(id);
        UpperEntry wanted = request.check(id, before.isEmpty(), pictures);
        String sealed = Optional.ofNullable(request.password())
                .map(password -> secrets.seal(CascadeLinks.owner(id), password))
                .or(() -> table.sealed(id))
                .orElseThrow();
        if (before.isEmpty()) {
            table.insert(wanted, sealed);
        } else if (!table.update(wanted, sealed)) {
            throw stale(before.get(), locale);
        }
        Map<String, String> details = words(wanted);
        details.put("password", request.password() == null ? "kept" : "set");
        events.publishEvent(
                new CascadeChanged(user.username(), before.isEmpty() ? "create" : "change", id, details, Set.of()));
        return view(table.find(id).orElseThrow(), locale);
    }

    private Rejected stale(UpperEntry now, Locale locale) {
        return new Rejected(CascadeReason.STALE_VERSION, now.version()).with("current", view(now, locale));
    }

    private static Map<String, String> words(UpperEntry entry) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("name", entry.name());
        words.put("user", entry.way().user());
        words.put("transport", entry.way().transport());
        words.put("edition", entry.edition());
        words.put("enabled", String.valueOf(entry.enabled()));
        words.put("reason", entry.agreement());
        return words;
    }

    @Transactional
    public void remove(String id, CurrentUser user) {
        requireWhole(id, user);
        UpperEntry entry = find(id);
        table.delete(id);
        events.publishEvent(new CascadeChanged(user.username(), "remove", id, words(entry), Set.of()));
    }

    private UpperEntry find(String id) {
        return table.find(id).orElseThrow(() -> new Rejected(CascadeReason.NOT_FOUND, id));
    }

    /** What is known of a camera here. */
    private record Known(String cameraId, String name, String gridCode, boolean online, boolean withheld) {}

    private Map<String, Known> cameras() {
        return jdbc
                .sql("select camera_id, display_name as name, grid_code, status = 'ONLINE' as online,"
                        + " masked and masks = '[]' as withheld from cameras.camera")
                .query(Known.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Known::cameraId, Function.identity()));
    }

    @Transactional(readOnly = true)
    public ShareView shared(String id, CurrentUser user) {
        requireWhole(id, user);
        UpperEntry entry = find(id);
        Map<String, Known> known = cameras();
        List<ShareView.Item> items = table.shared(id).stream()
                .map(shared -> item(shared, Optional.ofNullable(known.get(shared.cameraId()))))
                .toList();
        return new ShareView(entry.version(), entry.agreement(), items);
    }

    private static ShareView.Item item(SharedCamera shared, Optional<Known> camera) {
        return new ShareView.Item(
                shared.cameraId(),
                camera.map(Known::name).orElse(""),
                shared.channelId(),
                shared.live(),
                shared.playback(),
                shared.control(),
                camera.map(Known::online).orElse(false),
                camera.map(Known::withheld).orElse(true));
    }

    /** Each camera that comes or goes is a line of its own in the register of changes. */
    @Transactional
    public ShareView share(String id, ShareRequest request, CurrentUser user, Locale locale) {
        requireWhole(id, user);
        UpperEntry entry = find(id);
        Map<String, Known> known = cameras();
        ShareRequest.Wanted wanted = request.check(known::containsKey);
        if (!table.renew(id, wanted.version(), wanted.agreement())) {
            throw stale(entry, locale);
        }
        Set<SharedCamera> before = new HashSet<>(table.shared(id));
        Set<SharedCamera> after = new HashSet<>(wanted.cameras());
        table.share(id, wanted.cameras());
        before.stream()
                .filter(gone -> !after.contains(gone))
                .forEach(gone ->
                        events.publishEvent(line(user, "camera.unshare", gone, details(id, gone, wanted), known)));
        after.stream()
                .filter(come -> !before.contains(come))
                .forEach(come ->
                        events.publishEvent(line(user, "camera.share", come, details(id, come, wanted), known)));
        Set<String> withdrawn = before.stream()
                .filter(old -> after.stream().noneMatch(old::isKeptBy))
                .map(SharedCamera::channelId)
                .collect(Collectors.toSet());
        Map<String, String> details = Map.of("cameras", String.valueOf(after.size()), "reason", wanted.agreement());
        events.publishEvent(new CascadeChanged(user.username(), CascadeChanged.LIST, id, details, withdrawn));
        return shared(id, user);
    }

    private static Map<String, String> details(String platformId, SharedCamera camera, ShareRequest.Wanted wanted) {
        return Map.of(
                "platform", platformId,
                "channel", camera.channelId(),
                "live", String.valueOf(camera.live()),
                "playback", String.valueOf(camera.playback()),
                "control", String.valueOf(camera.control()),
                "reason", wanted.agreement());
    }

    private static AuditEntry line(
            CurrentUser user,
            String action,
            SharedCamera camera,
            Map<String, String> details,
            Map<String, Known> known) {
        Known found = known.get(camera.cameraId());
        return AuditEntry.of(
                user.username(), action, "camera/" + camera.cameraId(), found == null ? "" : found.gridCode(), details);
    }
}
