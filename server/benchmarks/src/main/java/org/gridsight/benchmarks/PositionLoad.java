package org.gridsight.benchmarks;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Positions of many workers over HTTP at a fixed rate: each worker's device sends a batch at a time, as after a minute
 * without network. Opens an account for each worker of the place that has none to use, so it wants a database of its own.
 */
final class PositionLoad {

    private static final int CONNECTIONS = 32;
    private static final int BATCH = 25;
    private static final String PASSWORD = "Position-2026";

    private final List<Product> workers;
    private final Latencies latencies = new Latencies();
    private final AtomicInteger refused = new AtomicInteger();

    private PositionLoad(List<Product> workers) {
        this.workers = workers;
    }

    public static void main(String[] arguments) {
        Arguments given = new Arguments(arguments);
        int rate = given.number("rate", 10_000);
        List<Product> workers = workers(given.required("url"), given.required("password"));
        new PositionLoad(workers).run(rate / 2, given.number("warm-up", 20));
        PositionLoad load = new PositionLoad(workers);
        double achieved = load.run(rate, given.number("seconds", 30));
        Row.print(
                PositionLoad.class,
                given.text("on", ""),
                String.format(
                        Locale.ROOT,
                        "%d workers, batches of %d, %,d positions/s offered: %,.0f/s taken; %s a batch%s",
                        workers.size(),
                        BATCH,
                        rate,
                        achieved,
                        load.latencies.summary(),
                        load.refused.get() == 0 ? "" : ", " + load.refused + " REFUSED"),
                given.text("mark", "10,000/s"));
    }

    private static List<Product> workers(String url, String password) {
        Product duty = Product.as("duty", password, url);
        Product administrator = Product.as("sysadmin", password, url);
        List<Product> workers = new ArrayList<>();
        for (JsonNode each : duty.get("/api/workers").path("items")) {
            if (each.path("onDuty").asBoolean()) {
                String name = "load-" + workers.size() + "-" + Long.toString(System.nanoTime(), 36);
                Map<String, Object> account = Map.of(
                        "username",
                        name,
                        "displayName",
                        name,
                        "password",
                        PASSWORD,
                        "roles",
                        List.of("GRID_WORKER"),
                        "scope",
                        each.path("gridCode").asString(),
                        "workerId",
                        each.path("workerId").asString());
                HttpResponse<String> opened = administrator.send(post(administrator, "/api/users", account));
                if (opened.statusCode() != 201) {
                    throw new IllegalStateException(opened.statusCode() + " " + opened.body());
                }
                workers.add(Product.as(name, PASSWORD, url));
            }
        }
        return workers;
    }

    private static HttpRequest post(Product as, String path, Object body) {
        return as.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Product.JSON.writeValueAsString(body)))
                .build();
    }

    /** Returns the positions taken per second. */
    private double run(int rate, int seconds) {
        Semaphore free = new Semaphore(CONNECTIONS);
        long start = System.nanoTime();
        long batches = (long) rate * seconds / BATCH;
        for (int sent = 0; sent < batches; sent++) {
            long due = start + (long) (sent * 1e9 * BATCH / rate);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Product worker = workers.get(sent % workers.size());
            HttpRequest request = post(worker, "/api/workers/me/positions", fixes(sent));
            free.acquireUninterruptibly();
            worker.sendAsync(request).whenComplete((answer, failure) -> {
                free.release();
                if (failure == null && answer.statusCode() == 204) {
                    latencies.add(System.nanoTime() - due);
                } else {
                    refused.incrementAndGet();
                }
            });
        }
        free.acquireUninterruptibly(CONNECTIONS);
        return (double) latencies.count() * BATCH * 1e9 / (System.nanoTime() - start);
    }

    /** A walk around one place, so that no fix is a jump. */
    private static List<Map<String, Object>> fixes(int turn) {
        Instant now = Instant.now();
        List<Map<String, Object>> fixes = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            double angle = (turn * BATCH + i) * 0.01;
            fixes.add(Map.of(
                    "lon",
                    117.9 + 0.00005 * Math.cos(angle),
                    "lat",
                    35.8 + 0.00005 * Math.sin(angle),
                    "accuracyMetres",
                    8,
                    "at",
                    now.minusMillis(20L * (BATCH - i)).toString()));
        }
        return fixes;
    }
}
