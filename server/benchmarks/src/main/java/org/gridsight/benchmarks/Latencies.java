package org.gridsight.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Gathers durations from many threads and says how the slow ones were. */
final class Latencies {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long durationNanos) {
        nanos.add(durationNanos);
    }

    int count() {
        return nanos.size();
    }

    /** The least duration that at least this share (0..1) of all stay within, in milliseconds. */
    double millisAt(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    /** Of few rounds, each seen by a person. */
    String rounds() {
        return String.format(
                Locale.ROOT, "median %.2f s, worst of %d %.2f s", millisAt(0.5) / 1000, count(), millisAt(1) / 1000);
    }

    String summary() {
        return String.format(
                Locale.ROOT, "p50 %.1f, p95 %.1f, p99 %.1f ms", millisAt(0.5), millisAt(0.95), millisAt(0.99));
    }
}
