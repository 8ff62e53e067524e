package org.gridsight.app;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.h2.api.ErrorCode;

/** The file of the embedded database: how it is saved and brought back. A backup is the SQL that makes it, compressed. */
final class EmbeddedFile {

    private static final String PREFIX = "jdbc:h2:file:";
    private static final String SUFFIX = ".mv.db";
    private static final String FIRST_WORDS = "-- H2 ";
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

    /**
     * All that was committed at one moment, as compressed SQL, while others write. H2's own file copy was tried first:
     * it stops the reuse of space, so that under load it ran behind a growing file for minutes. An existing file is
     * never overwritten.
     */
    static void backUp(Connection connection, Path target) throws IOException, SQLException {
        Path absolute = target.toAbsolutePath();
        if (Files.exists(absolute)) {
            throw new IllegalStateException(absolute + " exists already");
        }
        // a folder that nobody else can enter: H2 makes the file anew, readable to all
        Path hidden = OwnerOnly.folder(absolute.resolveSibling(absolute.getFileName() + ".part"));
        Path part = hidden.resolve("part");
        connection.setAutoCommit(false);
        // in H2 this is one snapshot of every table
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        try (PreparedStatement script = connection.prepareStatement("script to ? compression gzip charset 'UTF-8'")) {
            script.setString(1, part.toString());
            script.execute();
            OwnerOnly.apply(part);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            connection.rollback();
            Files.deleteIfExists(part);
            Files.deleteIfExists(hidden);
        }
    }

    /**
     * Puts a backup in the place of the database. What was there is kept beside it, not deleted. The live streams get
     * a new epoch, because pages have seen changes that are now undone, and all sessions end.
     */
    void restoreFrom(Path backup, Clock clock) throws IOException, SQLException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            // an open connection proves that nobody else has it open
            database.connect().close();
        }
        Path fresh = file.resolveSibling("restoring-" + stamp(clock) + SUFFIX);
        try {
            read(backup, fresh);
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".before-restore-" + stamp(clock)));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Makes a new database file of a backup; closed, compact and settled. */
    static void read(Path backup, Path target) throws IOException, SQLException {
        requireBackup(backup);
        String path = target.toAbsolutePath().toString();
        // not durable while it is read: a torn file is thrown away, and shutdown writes it through
        String url = PREFIX + path.substring(0, path.length() - SUFFIX.length());
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                PreparedStatement script =
                        connection.prepareStatement("runscript from ? compression gzip charset 'UTF-8'");
                Statement end = connection.createStatement()) {
            OwnerOnly.apply(target);
            script.setString(1, backup.toAbsolutePath().toString());
            script.execute();
            Restored.settle(connection);
            end.execute("shutdown compact");
        }
    }

    private static void requireBackup(Path backup) throws IOException {
        if (!isBackup(backup)) {
            throw new IllegalArgumentException(backup + " is no backup of this product");
        }
    }

    /** A look at the first words, before anything is run. */
    static boolean isBackup(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("Cannot read " + file);
        }
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            String start = new String(bytes.readNBytes(FIRST_WORDS.length()), StandardCharsets.UTF_8);
            return start.equals(FIRST_WORDS);
        } catch (ZipException | EOFException notCompressed) {
            return false;
        }
    }
}
