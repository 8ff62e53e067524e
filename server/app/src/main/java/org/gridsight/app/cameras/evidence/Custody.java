package org.gridsight.app.cameras.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long clips are kept: holds on single ones, and the longest time of a camera. */
@Service
class Custody {

    static final int LONGEST_REASON = 500;
    private static final int MOST_DAYS = 3650;

    private final Clips clips;
    private final CustodyTable table;
    private final Footage footage;
    private final EvidenceSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Custody(
            Clips clips,
            CustodyTable table,
            Footage footage,
            EvidenceSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clips = clips;
        this.table = table;
        this.footage = footage;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Hold.View hold(String clipId, @Nullable String reason, CurrentUser user) {
        String why = reason(reason);
        UUID id = clips.require(clipId, user).id();
        table.lock(id);
        Clip clip = clips.require(clipId, user);
        if (clip.state() == Clip.State.DELETED) {
            throw new Rejected(ClipReason.DELETED);
        }
        Hold hold = new Hold(
                UUID.randomUUID(),
                id,
                why,
                user.username(),
                user.displayName(),
                clock.instant(),
                null,
                null,
                null,
                null);
        table.insert(hold);
        publish(clip, user, "clip.hold", Map.of("hold", hold.id().toString(), "reason", why));
        return hold.view();
    }

    @Transactional
    public Hold.View release(String clipId, String holdId, @Nullable String reason, CurrentUser user) {
        String why = reason(reason);
        Clip clip = clips.require(clipId, user);
        List<Hold> all = table.holds(List.of(clip.id()));
        Hold hold = all.stream()
                .filter(one -> one.id().toString().equals(holdId) && one.isInForce())
                .findFirst()
                .orElseThrow(() -> new Rejected(ClipReason.HOLD_NOT_FOUND, holdId));
        Hold released = new Hold(
                hold.id(),
                hold.clipId(),
                hold.reason(),
                hold.setBy(),
                hold.setByName(),
                hold.setAt(),
                why,
                user.username(),
                user.displayName(),
                clock.instant());
        if (!table.release(released)) {
            throw new Rejected(ClipReason.HOLD_NOT_FOUND, holdId);
        }
        publish(clip, user, "clip.release", Map.of("hold", hold.id().toString(), "reason", why));
        return released.view();
    }

    /**
     * How long clips of a camera are kept at most.
     *
     * @param days of this camera alone; null where the common ceiling holds
     * @param least every clip is kept so long
     */
    record CeilingView(@Nullable Integer days, int common, int least, int most) {}

    @Transactional(readOnly = true)
    public CeilingView ceiling(String cameraId, CurrentUser user) {
        Integer own = table.ceilingDays(camera(cameraId, user).cameraId()).orElse(null);
        return new CeilingView(own, settings.ceilingDays(), settings.retentionDays(), MOST_DAYS);
    }

    private Footage.Filmed camera(String cameraId, CurrentUser user) {
        return footage.find(cameraId)
                .filter(found -> user.scope().covers(found.gridCode()))
                .orElseThrow(() -> new Rejected(ClipReason.CAMERA_NOT_FOUND, cameraId));
    }

    /** @param days null: the common ceiling holds again */
    @Transactional
    public int setCeiling(String cameraId, @Nullable Integer days, CurrentUser user) {
        Footage.Filmed camera = camera(cameraId, user);
        if (days == null) {
            table.dropCeiling(cameraId);
        } else {
            check(days);
            table.setCeiling(cameraId, days);
        }
        int now = Optional.ofNullable(days).orElse(settings.ceilingDays());
        Map<String, String> details = Map.of("days", Integer.toString(now));
        events.publishEvent(
                AuditEntry.of(user.username(), "clip.ceiling", "camera/" + cameraId, camera.gridCode(), details));
        return now;
    }

    private void check(int days) {
        if (days < settings.retentionDays() || days > MOST_DAYS) {
            Faults faults = new Faults();
            faults.add(
                    "days",
                    new Text("须在 {0} 到 {1} 之间。", "must lie in {0}..{1}").with(settings.retentionDays(), MOST_DAYS));
            faults.throwIfAny();
        }
    }

    static String reason(@Nullable String given) {
        Faults faults = new Faults();
        faults.required("reason", given);
        Optional<String> text = faults.text("reason", given, LONGEST_REASON);
        faults.throwIfAny();
        return text.orElseThrow();
    }

    private void publish(Clip clip, CurrentUser user, String action, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("camera", clip.of().cameraId());
        events.publishEvent(AuditEntry.of(
                user.username(), action, "clip/" + clip.id(), clip.of().gridCode(), details));
    }
}
