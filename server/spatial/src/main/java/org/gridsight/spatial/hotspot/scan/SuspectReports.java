package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;

/**
 * Reports that would make a hotspot where there is none, and why: the same matter told twice, the coordinate that a form
 * fills in by itself, the time of entry in place of the time of the matter, and one person who reports far more of a
 * kind than the others. Named, so that people can look; set aside, so that a scan does not count them. Rules of thumb
 * with the numbers written beside them, not a judgement of anybody: of an eager reporter as many reports stay as the
 * others bring, evenly spread.
 */
public final class SuspectReports {

    /**
     * Two reports of one kind by two people, so near, which happened and were entered so soon after one another, are one
     * matter; and no repeat happened farther from the one that stands for it. What was entered more than 21 days after
     * it happened was copied from somewhere, so that its entry tells only what its own time tells.
     */
    public static final double SAME_MATTER_METRES = 60;

    public static final long SAME_MATTER_SECONDS = 48 * 3_600;

    /** A coordinate with so many reports, and with this share of all, and so often what is usual, is no place. */
    public static final int DEFAULT_PLACE_FEWEST = 10;

    public static final double DEFAULT_PLACE_SHARE = 0.005;

    /** Entered within so many seconds after it happened: the time was filled in, not told. */
    public static final long DATED_AT_ENTRY_SECONDS = 1;

    /** When more than this share is dated at entry, that is how this house works and says nothing. */
    public static final double DATED_AT_ENTRY_CUSTOM = 0.2;

    /** A person with at least so many reports of a kind, and so often the usual of regular reporters, is eager. */
    public static final int EAGER_FEWEST = 20;

    public static final double EAGER_TIMES = 3;

    private static final double USUAL_TIMES = 4;
    private static final int REGULAR = 5;

    /** Why a report is set aside. */
    public enum Reason {
        SAME_MATTER,
        DEFAULT_PLACE,
        DATED_AT_ENTRY,
        EAGER_REPORTER
    }

    /**
     * A report set aside.
     *
     * @param report counted from 0
     * @param like the report that stands for it (same matter), else the first of its like
     */
    public record Suspect(int report, Reason reason, int like) {}

    private static final Reason[] REASONS = Reason.values();

    private final Reports reports;
    private final Run run;

    /** Of each report the reason counted from 1, 0 for none, and what it is like. */
    private final byte[] reason;

    private final int[] like;

    /** Looks at them on the calling thread; cost grows little faster than their number. */
    public SuspectReports(Reports reports, Run run) {
        this.reports = reports;
        this.run = run;
        this.reason = new byte[reports.size()];
        this.like = new int[reports.size()];
        defaultPlaces();
        datedAtEntry();
        sameMatters();
        eagerReporters();
    }

    /** In the order of the reports, one reason each. */
    public List<Suspect> suspects() {
        return IntStream.range(0, reason.length)
                .filter(i -> reason[i] != 0)
                .mapToObj(i -> new Suspect(i, REASONS[reason[i] - 1], like[i]))
                .toList();
    }

    /** The reports that count, in their order. */
    public int[] kept() {
        return IntStream.range(0, reason.length).filter(i -> reason[i] == 0).toArray();
    }

    private void defaultPlaces() {
        PlanarPoints places = reports.places();
        int[] order = IntStream.range(0, places.size()).toArray();
        IntBinaryOperator byPlace = (a, b) -> {
            int byX = Double.compare(places.x(a), places.x(b));
            return byX != 0 ? byX : Double.compare(places.y(a), places.y(b));
        };
        IndexOrder.sort(order, byPlace, run);
        int[] starts = starts(order, byPlace);
        int[] sizes = IntStream.range(0, starts.length - 1)
                .map(g -> starts[g + 1] - starts[g])
                .sorted()
                .toArray();
        int usual = sizes.length < 10 ? 1 : sizes[sizes.length - 10];
        double least =
                Math.max(Math.max(DEFAULT_PLACE_FEWEST, USUAL_TIMES * usual), DEFAULT_PLACE_SHARE * places.size());
        for (int g = 0; g < starts.length - 1; g++) {
            int size = starts[g + 1] - starts[g];
            if (size >= least && size < places.size()) {
                for (int at = starts[g]; at < starts[g + 1]; at++) {
                    set(order[at], Reason.DEFAULT_PLACE, order[starts[g]]);
                }
            }
        }
    }

    private void datedAtEntry() {
        int[] dated = IntStream.range(0, reports.size())
                .filter(i -> Math.abs(reports.entered()[i] - reports.occurred()[i]) <= DATED_AT_ENTRY_SECONDS)
                .toArray();
        if (dated.length > DATED_AT_ENTRY_CUSTOM * reports.size()) {
            return;
        }
        for (int i : dated) {
            set(i, Reason.DATED_AT_ENTRY, dated[0]);
        }
    }

    private void sameMatters() {
        int[] firsts = new SameMatters(reports, i -> reason[i] != 0).firsts(run);
        for (int i = 0; i < firsts.length; i++) {
            if (firsts[i] != SameMatters.NONE) {
                set(i, Reason.SAME_MATTER, firsts[i]);
            }
        }
    }

    private void eagerReporters() {
        int[] kind = reports.kind();
        int[] reporter = reports.reporter();
        int[] order = IntStream.range(0, reports.size())
                .filter(i -> reporter[i] >= 0 && reason[i] == 0)
                .toArray();
        IntBinaryOperator byPerson = (a, b) ->
                kind[a] != kind[b] ? Integer.compare(kind[a], kind[b]) : Integer.compare(reporter[a], reporter[b]);
        IndexOrder.sort(order, (a, b) -> Long.compare(reports.occurred()[a], reports.occurred()[b]), run);
        IndexOrder.sort(order, byPerson, run);
        int[] starts = starts(order, byPerson);
        int from = 0;
        for (int g = 1; g < starts.length; g++) {
            if (g == starts.length - 1 || kind[order[starts[g]]] != kind[order[starts[from]]]) {
                eagerReporters(order, Arrays.copyOfRange(starts, from, g + 1));
                from = g;
            }
        }
    }

    /** @param starts of the runs of one person each, all of one kind, and the end of the last */
    private void eagerReporters(int[] order, int[] starts) {
        int[] regular = IntStream.range(0, starts.length - 1)
                .map(p -> starts[p + 1] - starts[p])
                .filter(size -> size >= REGULAR)
                .sorted()
                .toArray();
        if (regular.length < REGULAR) {
            return;
        }
        int usual = regular[regular.length / 2];
        for (int p = 0; p < starts.length - 1; p++) {
            int size = starts[p + 1] - starts[p];
            if (size >= EAGER_FEWEST && size >= EAGER_TIMES * usual) {
                for (int i = 0; i < size; i++) {
                    if ((long) i * usual / size == (long) (i + 1) * usual / size) {
                        set(order[starts[p] + i], Reason.EAGER_REPORTER, order[starts[p]]);
                    }
                }
            }
        }
    }

    /** Where each run of equals begins, and the end. */
    private static int[] starts(int[] order, IntBinaryOperator compare) {
        return IntStream.rangeClosed(0, order.length)
                .filter(at -> at == 0 || at == order.length || compare.applyAsInt(order[at - 1], order[at]) != 0)
                .toArray();
    }

    private void set(int report, Reason why, int first) {
        if (reason[report] == 0) {
            reason[report] = (byte) (why.ordinal() + 1);
            like[report] = first;
        }
    }
}
