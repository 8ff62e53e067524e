package org.gridsight.benchmarks;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Reports incidents at a fixed rate for some seconds. A report's time counts from the moment it was due, not from when
 * a connection was free, so that a stalled server cannot hide behind a waiting harness. Rate 0: as fast as the
 * connections allow.
 */
final class IncidentLoad {

    private static final int CONNECTIONS = 32;

    private final Product product;
    private final Reports reports;
    private final Latencies latencies = new Latencies();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<String> refusal = new AtomicReference<>("");

    private IncidentLoad(Product product, Reports reports) {
        this.product = product;
        this.reports = reports;
    }

    public static void main(String[] arguments) {
        Arguments given = new Arguments(arguments);
        Product duty = Product.as(given.text("user", "duty"), given.required("password"), given.required("url"));
        Reports reports = Reports.inside(duty, 1);
        int rate = given.number("rate", 0);
        // sustained is what counts: half the rate first, until the server has compiled its hot paths
        new IncidentLoad(duty, reports).run(Math.max(50, rate / 2), given.number("warm-up", 45));
        IncidentLoad load = new IncidentLoad(duty, reports);
        double achieved = load.run(rate, given.number("seconds", 30));
        String offered = rate == 0 ? "as fast as possible" : rate + "/s offered";
        String failed = load.refused.get() == 0 ? "" : ", " + load.refused.get() + " REFUSED (" + load.refusal + ")";
        Row.print(
                IncidentLoad.class,
                given.text("on", ""),
                String.format(Locale.ROOT, "%s: %.0f/s; %s%s", offered, achieved, load.latencies.summary(), failed),
                given.text("mark", ""));
    }

    /** Returns the achieved rate of accepted reports per second. */
    private double run(int rate, int seconds) {
        Semaphore free = new Semaphore(CONNECTIONS);
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        for (int sent = 0; System.nanoTime() < end; sent++) {
            HttpRequest request = reports.next(product);
            long due = rate == 0 ? System.nanoTime() : start + sent * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            free.acquireUninterruptibly();
            long from = rate == 0 ? System.nanoTime() : due;
            product.sendAsync(request).whenComplete((answer, failure) -> {
                free.release();
                note(answer, failure, System.nanoTime() - from);
            });
        }
        free.acquireUninterruptibly(CONNECTIONS);
        return latencies.count() * 1e9 / (System.nanoTime() - start);
    }

    private void note(HttpResponse<String> answer, Throwable failure, long nanos) {
        if (failure == null && answer.statusCode() == 201) {
            latencies.add(nanos);
        } else {
            refused.incrementAndGet();
            refusal.set(failure == null ? answer.statusCode() + " " + answer.body() : failure.toString());
        }
    }
}
