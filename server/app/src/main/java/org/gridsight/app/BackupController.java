package org.gridsight.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Backups of the embedded database while the product runs, into {@code <data dir>/backups}; nobody can fetch one by HTTP. */
@RestController
class BackupController {

    /** A finished backup on the server's disk. */
    record BackupView(String file, long bytes, Instant takenAt) {}

    private final DataSource source;
    private final Idempotency idempotency;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Path folder;
    private final boolean embedded;

    BackupController(
            DataSource source,
            Idempotency idempotency,
            ApplicationEventPublisher events,
            Clock clock,
            BackupSettings settings) {
        this.source = source;
        this.idempotency = idempotency;
        this.events = events;
        this.clock = clock;
        this.folder = settings.folder();
        this.embedded = settings.isEmbedded();
    }

    @PostMapping("/api/backups")
    ResponseEntity<?> take(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, CurrentUser user) {
        if (!embedded) {
            throw new Rejected(BackupReason.NOT_EMBEDDED);
        }
        return idempotency.once(user, key, Map.of(), () -> {
            BackupView made = take();
            events.publishEvent(AuditEntry.of(
                    user.username(),
                    "backup.take",
                    "backup/" + Path.of(made.file()).getFileName(),
                    "",
                    Map.of("bytes", Long.toString(made.bytes()))));
            return ResponseEntity.created(URI.create("/api/backups")).body(made);
        });
    }

    private BackupView take() {
        Path file = folder.resolve("gridsight-" + EmbeddedFile.stamp(clock) + ".sql.gz");
        // a connection of its own: what the copy holds is committed by others, not half of this call
        try (Connection connection = source.getConnection()) {
            OwnerOnly.folder(folder);
            EmbeddedFile.backUp(connection, file);
            return new BackupView(file.toString(), Files.size(file), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the backup failed", e);
        }
    }
}
