package org.gridsight.app.cameras.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.kernel.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what becomes of a clip: its segments, its end, and both in the audit trail. */
@Component
class ClipLedger {

    static final String SYSTEM = "system:cameras";

    private static final Logger log = LoggerFactory.getLogger(ClipLedger.class);

    private final ClipTable table;
    private final Footage footage;
    private final EvidenceSettings settings;
    private final DiskAlarm alarm;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** Segments that the database did not take yet, by clip; a clip's own writer alone changes its list. */
    private final Map<UUID, List<Sealed>> late = new ConcurrentHashMap<>();

    private record Sealed(Segment segment, Clip.Extent extent) {}

    ClipLedger(
            ClipTable table,
            Footage footage,
            EvidenceSettings settings,
            DiskAlarm alarm,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.footage = footage;
        this.settings = settings;
        this.alarm = alarm;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** A clip is about to be recorded. */
    void begun(Clip clip) {
        transaction.executeWithoutResult(status -> {
            table.insert(clip);
            publish(
                    clip,
                    clip.by().username(),
                    "clip.begin",
                    Map.of("source", clip.source().name()));
        });
    }

    /** A database that is away for a moment costs no segment. */
    void sealed(Clip clip, Segment segment, Clip.Extent extent) {
        List<Sealed> waiting = late.computeIfAbsent(clip.id(), id -> new ArrayList<>());
        waiting.add(new Sealed(segment, extent));
        try {
            write(clip, waiting);
        } catch (RuntimeException e) {
            log.warn("segment {} of clip {} is written down later", segment.number(), clip.id(), e);
        }
    }

    private void write(Clip clip, List<Sealed> waiting) {
        transaction.executeWithoutResult(
                status -> waiting.forEach(one -> table.seal(clip.id(), one.segment(), one.extent())));
        waiting.clear();
    }

    void ended(Clip clip, Clip.Extent extent, Clip.Ending ending, @Nullable String cause) {
        List<Sealed> waiting = Optional.ofNullable(late.remove(clip.id())).orElseGet(List::of);
        Clip.State state = extent.segments() > 0 ? Clip.State.SAVED : Clip.State.FAILED;
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            waiting.forEach(one -> table.seal(clip.id(), one.segment(), one.extent()));
            if (table.finish(clip.id(), state, ending, cause, now)) {
                maskAsNow(clip);
                table.setMissing(clip.id(), extent.missing());
                table.setRetention(clip.id(), now.plus(Duration.ofDays(settings.retentionDays())));
                Map<String, String> details = new TreeMap<>();
                details.put("ending", ending.name());
                details.put("head", extent.chainHead());
                details.put("segments", Integer.toString(extent.segments()));
                details.put("bytes", Long.toString(extent.bytes()));
                if (extent.missing() > 0) {
                    details.put("missing", Integer.toString(extent.missing()));
                }
                Optional.ofNullable(cause).ifPresent(code -> details.put("cause", code));
                publish(clip, clip.by().username(), state == Clip.State.SAVED ? "clip.save" : "clip.fail", details);
            }
        });
        if (ending == Clip.Ending.DISK_FULL) {
            alarm.raise(clip);
        }
    }

    /** Masks that came while it was recorded belong to it, even when they are taken away later. */
    private void maskAsNow(Clip clip) {
        footage.find(clip.of().cameraId())
                .filter(Footage.Filmed::masked)
                .ifPresent(camera -> table.mask(clip.id(), Footage.both(clip.masks(), camera.masks())));
    }

    private void publish(Clip clip, String actor, String action, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("camera", clip.of().cameraId());
        details.put("incident", clip.of().incidentId().toString());
        events.publishEvent(
                AuditEntry.of(actor, action, "clip/" + clip.id(), clip.of().gridCode(), details));
    }
}
