package org.gridsight.app.cameras.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.access.Standing;
import org.gridsight.app.access.Standings;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clips over HTTP; their pictures have a door of their own. */
@RestController
class ClipController {

    private static final int PAGE = 50;

    private final Clips clips;
    private final ChainCheck check;
    private final Standings standings;
    private final Idempotency idempotency;

    ClipController(Clips clips, ChainCheck check, Standings standings, Idempotency idempotency) {
        this.clips = clips;
        this.check = check;
        this.standings = standings;
        this.idempotency = idempotency;
    }

    /** A page of clips; {@code next} is null on the last one. */
    record Page(List<ClipView> items, @Nullable String next) {}

    private record Asked(String cameraId, ClipRequest request) {}

    @PostMapping("/api/cameras/{id}/clips")
    ResponseEntity<?> save(
            @PathVariable String id,
            @RequestBody ClipRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user,
            HttpServletRequest call) {
        Standing standing = standings.of(call).orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN));
        return idempotency.once(user, key, new Asked(id, request.withoutTicket()), () -> {
            ClipView clip = clips.save(id, request, standing);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/clips/" + clip.id()))
                    .body(clip);
        });
    }

    @GetMapping("/api/clips")
    Page list(
            @RequestParam(required = false) @Nullable String incidentId,
            @RequestParam(required = false) @Nullable String cameraId,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable String cursor,
            CurrentUser user) {
        Optional<String> incident = Optional.ofNullable(incidentId).filter(text -> !text.isBlank());
        if (incident.isPresent() && incident.flatMap(Clips::uuid).isEmpty()) {
            return new Page(List.of(), null);
        }
        ClipTable.Filter filter = new ClipTable.Filter(
                user.scope(),
                incident.flatMap(Clips::uuid),
                Optional.ofNullable(cameraId).filter(text -> !text.isBlank()),
                waiting);
        List<ClipView> found = clips.list(filter, after(cursor), PAGE + 1, user);
        boolean more = found.size() > PAGE;
        List<ClipView> page = more ? found.subList(0, PAGE) : found;
        return new Page(page, more ? cursorOf(page.get(PAGE - 1)) : null);
    }

    private static String cursorOf(ClipView last) {
        String text = last.begunAt() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<ClipTable.Cursor> after(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return Clips.uuid(parts[parts.length - 1]).map(id -> new ClipTable.Cursor(Instant.parse(parts[0]), id));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Rejected(CommonReason.MALFORMED, "cursor");
        }
    }

    @GetMapping("/api/clips/{id}")
    ClipView get(@PathVariable String id, CurrentUser user) {
        return clips.get(id, user);
    }

    @PostMapping("/api/clips/{id}/stop")
    ResponseEntity<ClipView> stop(@PathVariable String id, CurrentUser user) {
        return ResponseEntity.accepted().body(clips.stop(id, user));
    }

    /** Reads the whole file and says which segment is the first that is not as it was sealed. */
    @GetMapping("/api/clips/{id}/verification")
    ChainCheck.Verdict verify(@PathVariable String id, CurrentUser user) {
        return check.verify(clips.require(id, user));
    }
}
