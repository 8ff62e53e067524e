package org.gridsight.app.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridsight.app.testing.PostgresCluster.Database;

/**
 * The product as a process of its own, from the class path of the tests, so that a test can kill it and start it again
 * on the same data. Port, data folder and settings stay the same over restarts.
 */
public final class RunningProduct implements AutoCloseable {

    /** A command that ran to its end; output and errors together. */
    public record Run(int exitCode, String output) {}

    /** Of {@code sysadmin}, the first administrator of a place without the demo. */
    public static final String ADMIN_PASSWORD = "first-Administrator-7";

    private static final String MAIN_CLASS = "org.gridsight.app.GridSight";
    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final int port = PostgresCluster.freePort();
    private final Map<String, String> settings = new TreeMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private List<Process> processes = List.of();

    private RunningProduct(Path folder) {
        this.folder = folder;
    }

    /** A product, not yet started, that keeps everything below a folder. Real place, no demo, unless told otherwise. */
    public static RunningProduct in(Path folder) {
        return new RunningProduct(folder)
                .with("GRIDSIGHT_DEMO", "false")
                .with("GRIDSIGHT_ADMIN_PASSWORD", ADMIN_PASSWORD);
    }

    /** Sets an environment variable of contract.md section 1. */
    public RunningProduct with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    public RunningProduct with(Database database) {
        return with("SPRING_DATASOURCE_URL", database.jdbcUrl())
                .with("SPRING_DATASOURCE_USERNAME", database.username())
                .with("SPRING_DATASOURCE_PASSWORD", database.password());
    }

    /** Starts the process and waits until its health is UP. */
    public RunningProduct start() {
        launch();
        await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process().isAlive()) {
                throw new IllegalStateException("the product ended while starting:\n" + output());
            }
            return isUp();
        });
        return this;
    }

    /** Starts the process, waits for its end (a start that must be refused) and gives its exit code. */
    public int startAndWaitForEnd() {
        launch();
        await().atMost(START_LIMIT).until(() -> !process().isAlive());
        return process().exitValue();
    }

    /** Runs the program with words instead of serving, such as {@code backup FILE}, to its end. */
    public Run command(String... words) {
        return finish(builder(Stream.concat(java().stream(), Stream.of(words)).toList()));
    }

    /** Runs a bash script with this product's settings and programs of a folder on its path, to its end. */
    public Run script(Path programs, Path script, String... words) {
        ProcessBuilder builder = builder(Stream.concat(Stream.of("bash", script.toString()), Stream.of(words))
                .toList());
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        return finish(builder);
    }

    private static Run finish(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            await().atMost(STOP_LIMIT).until(() -> !process.isAlive());
            return new Run(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() {
        if (processes.stream().anyMatch(Process::isAlive)) {
            throw new IllegalStateException("still running");
        }
        try {
            ProcessBuilder builder = builder(java());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            processes = Stream.concat(processes.stream(), Stream.of(builder.start()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> java() {
        try {
            Files.createDirectories(folder);
            Path arguments = folder.resolve("arguments.txt");
            Files.writeString(arguments, "-cp \"" + classPath() + "\"\n");
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx768m",
                    "@" + arguments,
                    MAIN_CLASS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GRIDSIGHT_") || name.startsWith("SPRING_"));
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("GRIDSIGHT_DATA_DIR", dataFolder().toString());
        // a test says itself when cameras are looked at
        environment.put("GRIDSIGHT_CAMERAS_HEALTH_EVERY", "0s");
        environment.putAll(settings);
        return builder;
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(":"))
                .replace("\\", "\\\\");
    }

    private boolean isUp() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(baseUrl().resolve("/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"UP\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path dataFolder() {
        return folder.resolve("data");
    }

    /** A new client, not signed in. */
    public Client client() {
        return Client.at(baseUrl());
    }

    /** All that the processes printed, over every start. */
    public String output() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("product.log");
    }

    private Process process() {
        return processes.get(processes.size() - 1);
    }

    /** kill -9. */
    public void kill() {
        process().destroyForcibly();
        await().atMost(STOP_LIMIT).until(() -> !process().isAlive());
    }

    /** An orderly stop; hard after a limit. */
    public void stop() {
        List<Process> alive = new ArrayList<>(processes);
        alive.removeIf(process -> !process.isAlive());
        for (Process process : alive) {
            process.destroy();
            try {
                await().atMost(STOP_LIMIT).until(() -> !process.isAlive());
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> await().atMost(STOP_LIMIT).until(() -> !process.isAlive()));
    }
}
