package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;

/**
 * Finds the reports that tell a matter again. Reports are looked at in order of entry and stand in one queue for each
 * kind and square of the distance, so each is held only against what is near and young. Cost: reports, times those of
 * the kind within two squares and 48 hours up to the first that fits. Two squares that share a queue cost time only,
 * because every pair is checked in full.
 */
final class SameMatters {

    static final int NONE = -1;

    /** Entered later than this after it happened, a report was copied from somewhere, perhaps with many others. */
    static final long COPIED_AFTER_SECONDS = 21L * 86_400;

    private static final int CHECKED = 1_024;

    /** A little wider than the distance, so that rounding never parts two neighbours by two squares. */
    private static final double SIDE = SuspectReports.SAME_MATTER_METRES * (1 + 1e-9);

    private final Reports reports;
    private final IntPredicate aside;
    private final int[] first;
    private final int[] oldest;
    private final int[] newest;
    private final int[] next;

    /** @param aside reports that something else is wrong with; they neither repeat nor are repeated */
    SameMatters(Reports reports, IntPredicate aside) {
        this.reports = reports;
        this.aside = aside;
        int n = reports.size();
        this.first = new int[n];
        this.next = new int[n];
        int queues = Integer.highestOneBit(Math.max(8, Math.min(n, 1 << 28))) << 1;
        this.oldest = new int[queues];
        this.newest = new int[queues];
        Arrays.fill(first, NONE);
        Arrays.fill(next, NONE);
        Arrays.fill(oldest, NONE);
    }

    /** For each report the first one of its matter, or {@link #NONE} when it is that itself. */
    int[] firsts(Run run) {
        int[] order =
                IntStream.range(0, reports.size()).filter(i -> !aside.test(i)).toArray();
        IndexOrder.sort(order, (a, b) -> Long.compare(entered(a), entered(b)), run);
        int[] place = new int[reports.size()];
        for (int at = 0; at < order.length; at++) {
            place[order[at]] = at;
        }
        for (int at = 0; at < order.length; at++) {
            if (at % CHECKED == 0) {
                run.check();
            }
            look(order[at], place, run);
        }
        return first;
    }

    /** The time of entry as far as it says something: that of a copied report follows when it happened. */
    private long entered(int report) {
        return Math.min(reports.entered()[report], reports.occurred()[report] + COPIED_AFTER_SECONDS);
    }

    private void look(int report, int[] place, Run run) {
        PlanarPoints places = reports.places();
        long column = (long) Math.floor(places.x(report) / SIDE);
        long row = (long) Math.floor(places.y(report) / SIDE);
        int found = NONE;
        for (int square = 0; square < 9; square++) {
            int queue = queue(report, column + square / 3 - 1, row + square % 3 - 1);
            int earlier = earliest(report, queue, run);
            if (earlier != NONE && (found == NONE || place[earlier] < place[found])) {
                found = earlier;
            }
        }
        if (found != NONE) {
            first[report] = root(found);
        }
        append(report, queue(report, column, row));
    }

    private int earliest(int report, int queue, Run run) {
        while (oldest[queue] != NONE && entered(report) - entered(oldest[queue]) > SuspectReports.SAME_MATTER_SECONDS) {
            oldest[queue] = next[oldest[queue]];
        }
        int looked = 0;
        for (int earlier = oldest[queue]; earlier != NONE; earlier = next[earlier]) {
            if (isRepeated(earlier, report)) {
                return earlier;
            }
            if (++looked % CHECKED == 0) {
                run.check();
            }
        }
        return NONE;
    }

    /** Near the earlier one, and close in time to the one that stands for it. */
    private boolean isRepeated(int earlier, int report) {
        int[] reporter = reports.reporter();
        boolean twoPeople = reporter[earlier] < 0 || reporter[earlier] != reporter[report];
        long[] occurred = reports.occurred();
        return twoPeople
                && reports.kind()[earlier] == reports.kind()[report]
                && Math.abs(occurred[earlier] - occurred[report]) <= SuspectReports.SAME_MATTER_SECONDS
                && Math.abs(occurred[root(earlier)] - occurred[report]) <= SuspectReports.SAME_MATTER_SECONDS
                && reports.places().squaredDistance(earlier, report)
                        <= SuspectReports.SAME_MATTER_METRES * SuspectReports.SAME_MATTER_METRES;
    }

    private int root(int report) {
        return first[report] == NONE ? report : first[report];
    }

    private void append(int report, int queue) {
        if (oldest[queue] == NONE) {
            oldest[queue] = report;
        } else {
            next[newest[queue]] = report;
        }
        newest[queue] = report;
    }

    private int queue(int report, long column, long row) {
        long mixed = (column * 0x9E3779B97F4A7C15L + row) * 0xBF58476D1CE4E5B9L + reports.kind()[report];
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
        return (int) (mixed >>> 32) & (oldest.length - 1);
    }
}
