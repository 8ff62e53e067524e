package org.gridsight.app.cameras.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A disk without room for clips becomes one incident of kind CAMERA_FAULT, so that somebody mends it in the closed loop:
 * when a clip ends by it, and otherwise by looking from time to time, since it may have been full before the start.
 */
@Component
class DiskAlarm {

    private static final Logger log = LoggerFactory.getLogger(DiskAlarm.class);
    /** Somebody has closed the case although nothing was mended. */
    private static final Duration TELL_AGAIN = Duration.ofHours(24);

    private static final String WELL = "自动检查：取证磁盘的空间已恢复，请核实后结案。";
    private static final String AGAIN = "自动检查：取证磁盘的空间再次不足。";

    private final DiskCases cases;
    private final DiskTable table;
    private final EvidenceFolder folder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DiskAlarm(DiskCases cases, DiskTable table, EvidenceFolder folder, TransactionTemplate transaction, Clock clock) {
        this.cases = cases;
        this.table = table;
        this.folder = folder;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The disk as the outside sees it.
     *
     * @param since from when on there is too little room; null while there is enough
     * @param incidentId the case that tells of it, for whoever may see it
     */
    record View(
            boolean isShort,
            long freeBytes,
            long floorBytes,
            @Nullable Instant since,
            @Nullable UUID incidentId,
            @Nullable String incidentNumber) {}

    /** A clip has ended by it. Never throws: recording has ended already, and incidents go on. */
    synchronized void raise(Clip clip) {
        log.error("the disk for evidence is full: clip {} has ended early, no other is begun", clip.id());
        settle(true, Optional.of(clip.of()));
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(
            initialDelayString = "${gridsight.evidence.check-disk-every}",
            fixedDelayString = "${gridsight.evidence.check-disk-every}")
    synchronized void check() {
        settle(folder.isShort(), Optional.empty());
    }

    private void settle(boolean isShort, Optional<Clip.Of> cut) {
        try {
            transaction.executeWithoutResult(status -> {
                if (isShort) {
                    lasts(cut);
                } else if (folder.hasRoomAgain()) {
                    table.latest().filter(DiskShortage::lasts).ifPresent(this::end);
                }
            });
        } catch (RuntimeException e) {
            log.error("the state of the disk for evidence could not be reported; the next look tries again", e);
        }
    }

    private void lasts(Optional<Clip.Of> cut) {
        Instant now = clock.instant();
        Optional<DiskShortage> known = table.latest().filter(last -> last.lasts() || isOpen(last));
        DiskShortage shortage = known.orElseGet(() -> DiskShortage.begun(now));
        if (known.isEmpty()) {
            log.error("the disk for evidence has less room than gridsight.evidence.free-floor: no clip is begun");
        }
        if (!shortage.lasts()) {
            shortage = shortage.again();
            table.put(shortage);
            Optional.ofNullable(shortage.incidentId()).ifPresent(id -> cases.note(id, AGAIN));
        } else if (!isOpen(shortage) && isDue(shortage, now)) {
            DiskShortage untold = shortage;
            table.put(cases.open(cut, now).map(id -> untold.reported(id, now)).orElse(untold));
        }
    }

    private static boolean isDue(DiskShortage shortage, Instant now) {
        Instant told = shortage.reportedAt();
        return told == null || !now.isBefore(told.plus(TELL_AGAIN));
    }

    private void end(DiskShortage shortage) {
        log.info("the disk for evidence has room again");
        table.put(shortage.over(clock.instant()));
        if (isOpen(shortage)) {
            Optional.ofNullable(shortage.incidentId()).ifPresent(id -> cases.note(id, WELL));
        }
    }

    private boolean isOpen(DiskShortage shortage) {
        UUID incident = shortage.incidentId();
        return incident != null && cases.isOpen(incident);
    }

    /** The incident that tells of it, until somebody has closed it. */
    Optional<UUID> current() {
        return table.latest().filter(this::isOpen).map(DiskShortage::incidentId);
    }

    View view(CurrentUser user) {
        boolean isShort = folder.isShort();
        Optional<DiskShortage> lasting = table.latest().filter(last -> isShort && last.lasts());
        Optional<UUID> incident = lasting.map(DiskShortage::incidentId);
        Optional<String> number =
                incident.flatMap(id -> cases.find(id, user.scope())).map(found -> found.number());
        return new View(
                isShort,
                folder.freeBytes(),
                folder.freeFloor(),
                lasting.map(DiskShortage::since).orElse(null),
                number.isPresent() ? incident.orElse(null) : null,
                number.orElse(null));
    }
}
