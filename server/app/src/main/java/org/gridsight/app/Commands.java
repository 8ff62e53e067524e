package org.gridsight.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalInt;
import org.gridsight.app.audit.ChainVerifier;

/**
 * What the jar does besides serving, on the data of a stopped product: {@code backup FILE}, {@code restore FILE},
 * {@code verify-audit [BACKUP | EXPORT | URL USER PASSWORD]}. Exit code 0 done, 1 a broken audit chain, 2 not possible, with a sentence why.
 */
final class Commands {

    private final PrintStream out;
    private final PrintStream err;

    Commands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The exit code, or empty when the arguments ask for the product itself. */
    OptionalInt run(String[] arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(run(arguments, Database.ofEnvironment()));
        } catch (IOException | SQLException | IllegalArgumentException | IllegalStateException fault) {
            err.println(
                    EmbeddedFile.isInUse(fault)
                            ? "The database is in use. Stop the product first, or let it do the work: POST /api/backups."
                            : fault.getMessage());
            return OptionalInt.of(2);
        }
    }

    private int run(String[] arguments, Database database) throws IOException, SQLException {
        boolean withFile = arguments.length == 2;
        if (arguments[0].equals("backup") && withFile) {
            EmbeddedFile.of(database).backUpTo(Path.of(arguments[1]));
            out.println("backed up to " + arguments[1]);
            return 0;
        }
        if (arguments[0].equals("restore") && withFile) {
            EmbeddedFile.of(database).restoreFrom(Path.of(arguments[1]), Clock.systemUTC());
            out.println("restored from " + arguments[1] + "; everybody signs in again, open pages reload");
            return 0;
        }
        if (arguments[0].equals("verify-audit") && arguments.length == 4) {
            return verify(new Database(arguments[1], arguments[2], arguments[3]));
        }
        if (arguments[0].equals("verify-audit") && arguments.length <= 2) {
            return withFile ? verifyFile(Path.of(arguments[1])) : verify(database);
        }
        throw new IllegalArgumentException(
                "usage: gridsight.jar [backup FILE | restore FILE | verify-audit [BACKUP | EXPORT | URL USER PASSWORD]];"
                        + " without words it serves");
    }

    /** What is no backup is taken for an export of the trail. */
    private int verifyFile(Path file) throws IOException, SQLException {
        return EmbeddedFile.isBackup(file) ? verifyCopy(file) : tell(ChainVerifier.verify(file));
    }

    private int verifyCopy(Path backup) throws IOException, SQLException {
        try (TemporaryCopy copy = TemporaryCopy.of(backup)) {
            return verify(copy.database());
        }
    }

    private int verify(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            return tell(ChainVerifier.verify(connection));
        }
    }

    private int tell(ChainVerifier.Verdict verdict) {
        out.println(verdict.sentence());
        return verdict.isIntact() ? 0 : 1;
    }
}
