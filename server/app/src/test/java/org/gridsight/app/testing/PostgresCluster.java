package org.gridsight.app.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A private PostgreSQL with PostGIS in a temporary folder, run by an ordinary user (PostgreSQL refuses root), durable
 * as in production. {@link #shared()} is one for the whole test JVM; a test that kills its server starts its own.
 */
public final class PostgresCluster implements AutoCloseable {

    /** How to reach a database; the user may create extensions. */
    public record Database(String jdbcUrl, String username, String password) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, username, password);
        }
    }

    private static final String USER = "gridsight";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path bin;
    private final Path home;
    private final Path data;
    private final int port;
    private final String password = UUID.randomUUID().toString();

    private PostgresCluster(Path bin) {
        this.bin = bin;
        home = temporaryFolder();
        data = home.resolve("data");
        port = freePort();
    }

    /** The cluster of this JVM, stopped when it ends. Skips the calling test where there is no PostGIS. */
    public static PostgresCluster shared() {
        Requires.postgis();
        return Shared.CLUSTER;
    }

    /** A cluster of the test's own, to be closed by it. */
    public static PostgresCluster own() {
        PostgresCluster cluster = new PostgresCluster(Requires.postgis());
        cluster.initialise();
        cluster.start();
        return cluster;
    }

    private void initialise() {
        try {
            Path secret = home.resolve("password");
            Files.writeString(secret, password);
            run(List.of("chmod", "0755", home.toString()));
            if (isRoot()) {
                run(List.of("chown", "-R", "postgres", home.toString()));
            }
            run(asOrdinaryUser(List.of(
                    bin.resolve("initdb").toString(),
                    "-D",
                    data.toString(),
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + secret,
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "--no-sync")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server; after a hard kill it waits until the last children of the dead one have gone. */
    public void start() {
        await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(this::tryStart);
    }

    private boolean tryStart() {
        String options = "-p " + port + " -k " + home + " -c listen_addresses=127.0.0.1 -c fsync=on"
                + " -c synchronous_commit=on -c max_connections=200";
        List<String> command = List.of(
                bin.resolve("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-l",
                home.resolve("log").toString(),
                "-w",
                "-t",
                "60",
                "-o",
                options,
                "start");
        return exitCode(asOrdinaryUser(command)) == 0;
    }

    /** Ends the server as a power cut would: no shutdown, no checkpoint. */
    public void kill() {
        ProcessHandle postmaster = ProcessHandle.of(postmasterPid()).orElseThrow();
        postmaster.destroyForcibly();
        await().atMost(START_LIMIT).until(() -> !postmaster.isAlive());
    }

    private long postmasterPid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new empty database. */
    public Database createDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name);
        return database(name);
    }

    /** Loses a database and all in it. */
    public void dropDatabase(Database database) {
        String url = database.jdbcUrl();
        execute("drop database " + url.substring(url.lastIndexOf('/') + 1) + " with (force)");
    }

    private void execute(String sql) {
        try (Connection connection = database("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("failed: " + sql, e);
        }
    }

    private Database database(String name) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, password);
    }

    /** The folder of psql, pg_dump and pg_restore. */
    public Path bin() {
        return bin;
    }

    public int port() {
        return port;
    }

    /** Stops the server and deletes its folder. */
    @Override
    public void close() {
        exitCode(asOrdinaryUser(
                List.of(bin.resolve("pg_ctl").toString(), "-D", data.toString(), "-m", "immediate", "-w", "stop")));
        exitCode(List.of("rm", "-rf", home.toString()));
    }

    private static List<String> asOrdinaryUser(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) {
        if (exitCode(command) != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private static int exitCode(List<String> command) {
        try {
            // to a file, not a pipe: the server inherits it and would keep a pipe open for ever
            Path output = Files.createTempFile("gridsight-pg", ".out");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/tmp").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end: " + String.join(" ", command));
            }
            if (process.exitValue() != 0) {
                try (Stream<String> lines = Files.lines(output)) {
                    lines.forEach(System.out::println);
                }
            }
            Files.delete(output);
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(
                    Path.of("/tmp"),
                    "gridsight-pg",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started when the first test asks. */
    private static final class Shared {
        private static final PostgresCluster CLUSTER = launch();

        private Shared() {}

        private static PostgresCluster launch() {
            PostgresCluster cluster = own();
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop-postgres"));
            return cluster;
        }
    }
}
