package org.gridsight.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts a command with this process's environment and times it until the health page says UP; then stops it. */
final class StartUp {

    private static final long LIMIT_NANOS = 180_000_000_000L;
    private static final long POLL_NANOS = 50_000_000;

    private StartUp() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = new Arguments(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(List.of(given.required("command").split(" ")))
                .directory(new File(given.text("folder", ".")))
                .redirectErrorStream(true)
                .redirectOutput(new File(given.required("log")))
                .start();
        try {
            double seconds = untilUp(process, given.required("url"), start);
            Row.print(
                    StartUp.class,
                    given.text("on", ""),
                    String.format(Locale.ROOT, "%s: %.1f s to UP", given.text("what", "start"), seconds),
                    given.text("mark", ""));
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static double untilUp(Process process, String url, long start) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create(url + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (System.nanoTime() - start < LIMIT_NANOS && process.isAlive()) {
            try {
                if (http.send(health, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return (System.nanoTime() - start) / 1e9;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
        throw new IllegalStateException("not UP; see the log");
    }
}
