package org.gridsight.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.h2.api.ErrorCode;

/** The file of the embedded database: how it is saved and brought back. A backup is a zip with that one file. */
final class EmbeddedFile {

    private static final String PREFIX = "jdbc:h2:file:";
    private static final String SUFFIX = ".mv.db";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Database database;
    private final Path file;

    private EmbeddedFile(Database database, Path file) {
        this.database = database;
        this.file = file;
    }

    static EmbeddedFile of(Database database) {
        if (!database.url().startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "This is for the embedded database. For PostGIS use docker/backup.sh and docker/restore.sh.");
        }
        String path = database.url().substring(PREFIX.length()).split(";", 2)[0];
        return new EmbeddedFile(database, Path.of(path + SUFFIX));
    }

    static String stamp(Clock clock) {
        return STAMP.format(clock.instant());
    }

    /** Whether the reason of a failure is that another process has the file open. */
    static boolean isInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return true;
            }
        }
        return false;
    }

    void backUpTo(Path target) throws IOException, SQLException {
        if (!Files.exists(file)) {
            throw new IllegalStateException("There is no database at " + file);
        }
        try (Connection connection = database.connect()) {
            backUp(connection, target);
        }
    }

    /** A consistent copy through an open connection, while others write. An existing file is never overwritten. */
    static void backUp(Connection connection, Path target) throws IOException, SQLException {
        Path absolute = target.toAbsolutePath();
        if (Files.exists(absolute)) {
            throw new IllegalStateException(absolute + " exists already");
        }
        Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
        try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            backup.setString(1, part.toString());
            backup.execute();
            OwnerOnly.apply(part);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Puts a backup in the place of the database. What was there is kept beside it, not deleted. The live streams get
     * a new epoch, because pages have seen changes that are now undone, and all sessions end.
     */
    void restoreFrom(Path backup, Clock clock) throws IOException, SQLException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".restoring");
        unpack(backup, fresh);
        if (Files.exists(file)) {
            // an open connection proves that nobody else has it open
            database.connect().close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".before-restore-" + stamp(clock)));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        try (Connection connection = database.connect()) {
            Restored.settle(connection);
        }
    }

    /** The one database file of a backup; its name inside does not matter, so it cannot lead elsewhere. */
    static void unpack(Path backup, Path target) throws IOException {
        if (!Files.isReadable(backup)) {
            throw new IllegalArgumentException("Cannot read " + backup);
        }
        try (InputStream bytes = Files.newInputStream(backup);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(SUFFIX)) {
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                    OwnerOnly.apply(target);
                    return;
                }
            }
        }
        throw new IllegalArgumentException(backup + " is no backup of this product");
    }
}
