package org.gridsight.app.cameras.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.gridsight.app.incidents.IncidentStatus;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes clips when their purpose is met (Decree 799 art. 17): after the least time of keeping, when the incident is over
 * or the camera's ceiling is reached, and neither a hold nor an export keeps them. Every deletion leaves a record; the files
 * go once it is committed.
 */
@Component
class Retention {

    static final String PURPOSE_MET = "PURPOSE_MET";
    static final String CEILING = "CEILING";

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int LONGEST_MERGE = 20;
    private static final int MOST_ASKED = 1_000;

    private final ClipTable table;
    private final CustodyTable custody;
    private final ExportTable exports;
    private final Clips clips;
    private final Incidents incidents;
    private final EvidenceFolder folder;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Retention(
            ClipTable table,
            CustodyTable custody,
            ExportTable exports,
            Clips clips,
            Incidents incidents,
            EvidenceFolder folder,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.table = table;
        this.custody = custody;
        this.exports = exports;
        this.clips = clips;
        this.incidents = incidents;
        this.folder = folder;
        this.transaction = transaction;
        this.events = events;
    }

    /** Looks at all that are old enough; answers how many are gone. */
    int sweep(Clock clock) {
        Instant now = clock.instant();
        int deleted = 0;
        for (Clip clip : table.keptUntil(now)) {
            try {
                deleted += ground(clip, now).map(why -> delete(clip, why, now)).orElse(false) ? 1 : 0;
            } catch (RuntimeException e) {
                log.error("clip {} could not be deleted; the next sweep tries again", clip.id(), e);
            }
        }
        removeFiles();
        return deleted;
    }

    /** Why it may go; empty while it has to stay. */
    private Optional<String> ground(Clip clip, Instant now) {
        if (isOver(clip.of().incidentId(), LONGEST_MERGE)) {
            return Optional.of(PURPOSE_MET);
        }
        return now.isBefore(clips.atLatest(clip)) ? Optional.empty() : Optional.of(CEILING);
    }

    // a merged incident is over when the one it was merged into is
    private boolean isOver(UUID incidentId, int depth) {
        Optional<IncidentView> incident = incidents.find(incidentId.toString(), Scope.everything());
        if (incident.isEmpty()) {
            return true;
        }
        UUID into = incident.get().mergedInto();
        if (incident.get().status() == IncidentStatus.MERGED && into != null && depth > 0) {
            return isOver(into, depth - 1);
        }
        return !incident.get().status().isOpen();
    }

    private boolean delete(Clip clip, String ground, Instant now) {
        Boolean done = transaction.execute(status -> {
            // a hold that comes at the same moment waits here, or is seen
            custody.lock(clip.id());
            List<UUID> one = List.of(clip.id());
            boolean held = custody.holds(one).stream().anyMatch(Hold::isInForce);
            boolean wanted =
                    exports.of(one).stream().anyMatch(export -> export.state().keepsClip());
            if (held || wanted || !table.delete(clip.id(), ground, now)) {
                return false;
            }
            Map<String, String> details = new TreeMap<>();
            details.put("ground", ground);
            details.put("head", clip.extent().chainHead());
            details.put("segments", Integer.toString(clip.extent().segments()));
            details.put("bytes", Long.toString(clip.extent().bytes()));
            details.put("camera", clip.of().cameraId());
            details.put("incident", clip.of().incidentId().toString());
            events.publishEvent(AuditEntry.of(
                    ClipLedger.SYSTEM,
                    "clip.delete",
                    "clip/" + clip.id(),
                    clip.of().gridCode(),
                    details));
            return true;
        });
        return Boolean.TRUE.equals(done);
    }

    /** Files of clips whose deletion is written down and committed; what cannot be removed now is tried again. */
    private void removeFiles() {
        inPieces(folder.originals(), clips -> table.deletedOf(clips).forEach(clip -> remove(folder.original(clip))));
        inPieces(folder.copies(), copies -> exports.deletedOf(copies).forEach(copy -> remove(folder.copy(copy))));
    }

    // a statement takes only so many values
    private static void inPieces(List<UUID> all, Consumer<List<UUID>> each) {
        for (int from = 0; from < all.size(); from += MOST_ASKED) {
            each.accept(all.subList(from, Math.min(all.size(), from + MOST_ASKED)));
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.error("the file {} of a deleted clip could not be removed; the next sweep tries again", file, e);
        }
    }

    /** The clockwork. */
    @Component
    static class Hourly {

        private final Retention retention;
        private final Clock clock;

        Hourly(Retention retention, Clock clock) {
            this.retention = retention;
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
        void sweep() {
            retention.sweep(clock);
        }
    }
}
