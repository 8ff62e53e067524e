package org.gridsight.app.incidents.photos;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what nobody ends: makes photos of uploads whose last answer was lost, deletes uploads that never ended and photos
 * whose incident never came, and files that no row knows.
 */
@Component
class PhotoSweep {

    private static final Logger log = LoggerFactory.getLogger(PhotoSweep.class);

    private final PhotoTable table;
    private final PhotoFolder folder;
    private final PhotoDesk desk;
    private final Uploads uploads;
    private final PhotoSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PhotoSweep(
            PhotoTable table,
            PhotoFolder folder,
            PhotoDesk desk,
            Uploads uploads,
            PhotoSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.folder = folder;
        this.desk = desk;
        this.uploads = uploads;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    void sweep() {
        Instant now = clock.instant();
        table.receiving().forEach(this::finish);
        table.expired(now).forEach(upload -> delete(upload, now));
        forgetFiles(now.minus(settings.unfinishedFor()));
    }

    /** All bytes are there, only nobody has asked since. */
    private void finish(Upload upload) {
        Path part = folder.part(upload.id());
        try {
            if (Files.exists(part) && Files.size(part) == upload.length()) {
                desk.settle(upload.id());
            }
        } catch (Rejected refused) {
            log.info("upload {} is no photo: {}", upload.id(), refused.reason().code());
        } catch (IOException e) {
            log.warn("upload {} cannot be looked at", upload.id(), e);
        }
    }

    private void delete(Upload upload, Instant now) {
        Boolean gone = transaction.execute(status -> {
            boolean deleted = table.deleteExpired(upload.id(), now);
            if (deleted && upload.state() == Upload.State.KEPT) {
                events.publishEvent(AuditEntry.of(
                        "system:incidents",
                        "incident.delete-photo",
                        "incident/" + upload.incidentId(),
                        "",
                        Map.of("photo", upload.id().toString(), "ground", "NO_INCIDENT")));
            }
            return deleted;
        });
        if (Boolean.TRUE.equals(gone)) {
            uploads.discard(upload.id());
        }
    }

    /** What a kill left between a row and its files. */
    private void forgetFiles(Instant before) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.uploads())) {
            for (Path file : files) {
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
                if (old && !isReceiving(file)) {
                    PhotoFolder.discard(file);
                }
            }
        } catch (IOException e) {
            log.warn("the folder of uploads cannot be looked through", e);
        }
    }

    private boolean isReceiving(Path file) {
        String name = file.getFileName().toString();
        Optional<UUID> id = name.endsWith(".part")
                ? Uploads.parse(name.substring(0, name.length() - ".part".length()))
                : Optional.empty();
        return id.flatMap(table::find)
                .filter(upload -> upload.state() == Upload.State.RECEIVING)
                .isPresent();
    }
}
