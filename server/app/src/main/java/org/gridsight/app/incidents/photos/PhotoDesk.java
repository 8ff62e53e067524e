package org.gridsight.app.incidents.photos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a photo of an upload that has all its bytes: files first, flushed, then row and audit record in one transaction,
 * then the upload's own file goes. Whatever is left half done by a kill is done again from the start.
 */
@Service
class PhotoDesk {

    private static final Logger log = LoggerFactory.getLogger(PhotoDesk.class);

    private final PhotoTable table;
    private final PartFiles parts;
    private final PhotoFolder folder;
    private final PictureMaker maker;
    private final Incidents incidents;
    private final PhotoSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** One photo is made by one thread; others wait and find it made. */
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    PhotoDesk(
            PhotoTable table,
            PartFiles parts,
            PhotoFolder folder,
            PictureMaker maker,
            Incidents incidents,
            PhotoSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.parts = parts;
        this.folder = folder;
        this.maker = maker;
        this.incidents = incidents;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** A photo when this returns; refused, and said so, when it is none. */
    void settle(UUID id) {
        ReentrantLock turn = turns[Math.floorMod(id.hashCode(), turns.length)];
        turn.lock();
        try {
            Optional<Upload> upload = table.find(id);
            if (upload.isPresent() && upload.get().state() == Upload.State.RECEIVING) {
                make(upload.get());
            } else {
                upload.ifPresent(Uploads::requireNotRefused);
            }
        } finally {
            turn.unlock();
        }
    }

    private void make(Upload upload) {
        try {
            PictureMaker.Made made = maker.make(Files.readAllBytes(folder.part(upload.id())));
            folder.keep(folder.photo(upload.id(), false), made.large());
            folder.keep(folder.photo(upload.id(), true), made.small());
            record(upload, made);
        } catch (Rejected refused) {
            end(upload, refused);
            throw refused;
        } catch (NoSuchFileException takenBack) {
            throw new Rejected(PhotoReason.NOT_FOUND, upload.id());
        } catch (IOException disk) {
            log.warn("photo {} could not be written", upload.id(), disk);
            throw new Rejected(PhotoReason.DISK_FULL);
        }
        parts.discard(upload.id());
    }

    /** No photo comes of it. */
    private void end(Upload upload, Rejected refused) {
        if (refused.reason() instanceof PhotoReason why) {
            table.refuse(upload.id(), why);
        }
        parts.discard(upload.id());
        PhotoFolder.discard(folder.photo(upload.id(), false));
        PhotoFolder.discard(folder.photo(upload.id(), true));
    }

    private void record(Upload upload, PictureMaker.Made made) {
        String digest = HexFormat.of().formatHex(PieceCheck.digest("SHA-256").digest(made.large()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Upload.Size size = new Upload.Size(made.width(), made.height());
        transaction.executeWithoutResult(status -> {
            if (!table.keep(upload.id(), size, digest, now, now.plus(settings.waitForIncident()))) {
                // taken back while it was made
                throw new Rejected(PhotoReason.NOT_FOUND, upload.id());
            }
            events.publishEvent(entry(upload, digest));
        });
    }

    /** Under the incident's number, or under its id as long as it has not come. */
    private AuditEntry entry(Upload upload, String digest) {
        Optional<IncidentView> incident = incidents.find(upload.incidentId().toString(), Scope.everything());
        String subject = incident.map(view -> "incident/" + view.seq()).orElse("incident/" + upload.incidentId());
        Map<String, String> details =
                Map.of("photo", upload.id().toString(), "step", upload.step().name(), "sha256", digest);
        return AuditEntry.of(
                upload.by().username(),
                "incident.add-photo",
                subject,
                incident.map(IncidentView::gridCode).orElse(""),
                details);
    }

    /** The kept file; empty while there is none. */
    Optional<Path> file(UUID id, boolean small) {
        return Optional.of(folder.photo(id, small)).filter(Files::isRegularFile);
    }
}
