package org.gridsight.spatial.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;

/**
 * Reports that would make a hotspot where there is none, and why: the same matter told twice, the coordinate that a form
 * fills in by itself, the time of entry in place of the time of the matter, and one person who reports far more of a
 * kind than the others. Named, so that people can look; set aside, so that a scan does not count them. Rules of thumb
 * with the numbers written beside them, not a judgement of anybody: of an eager reporter as many reports stay as the
 * others bring, evenly spread.
 */
public final class SuspectReports {

    /** Two reports of one kind by two people, so near and entered so soon after one another, are one matter. */
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

    private final Reports reports;
    private final Suspect[] found;

    public SuspectReports(Reports reports) {
        this.reports = reports;
        this.found = new Suspect[reports.size()];
        defaultPlaces();
        datedAtEntry();
        sameMatters();
        eagerReporters();
    }

    /** In the order of the reports, one reason each. */
    public List<Suspect> suspects() {
        return Arrays.stream(found)
                .flatMap(s -> Optional.ofNullable(s).stream())
                .toList();
    }

    /** The reports that count, in their order. */
    public int[] kept() {
        return IntStream.range(0, found.length).filter(i -> found[i] == null).toArray();
    }

    private void defaultPlaces() {
        Map<List<Double>, List<Integer>> byPlace = new HashMap<>();
        PlanarPoints places = reports.places();
        for (int i = 0; i < places.size(); i++) {
            byPlace.computeIfAbsent(List.of(places.x(i), places.y(i)), none -> new ArrayList<>())
                    .add(i);
        }
        int[] sizes = byPlace.values().stream().mapToInt(List::size).sorted().toArray();
        int usual = sizes.length < 10 ? 1 : sizes[sizes.length - 10];
        double least =
                Math.max(Math.max(DEFAULT_PLACE_FEWEST, USUAL_TIMES * usual), DEFAULT_PLACE_SHARE * places.size());
        for (List<Integer> same : byPlace.values()) {
            if (same.size() >= least && same.size() < places.size()) {
                same.forEach(i -> found[i] = new Suspect(i, Reason.DEFAULT_PLACE, same.get(0)));
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

    /** In order of entry; the earlier one stands for the later, also over several repeats. */
    private void sameMatters() {
        Integer[] order = new Integer[reports.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingLong((Integer i) -> reports.entered()[i]).thenComparing(i -> i));
        int oldest = 0;
        for (int at = 0; at < order.length; at++) {
            int report = order[at];
            while (reports.entered()[report] - reports.entered()[order[oldest]] > SAME_MATTER_SECONDS) {
                oldest++;
            }
            for (int earlier = oldest; earlier < at && found[report] == null; earlier++) {
                if (isSameMatter(order[earlier], report)) {
                    Suspect first = found[order[earlier]];
                    boolean chained = first != null && first.reason() == Reason.SAME_MATTER;
                    set(report, Reason.SAME_MATTER, chained ? first.like() : order[earlier]);
                }
            }
        }
    }

    private boolean isSameMatter(int a, int b) {
        boolean twoPeople = reports.reporter()[a] < 0 || reports.reporter()[a] != reports.reporter()[b];
        return twoPeople
                && reports.kind()[a] == reports.kind()[b]
                && (found[a] == null || found[a].reason() == Reason.SAME_MATTER)
                && reports.places().squaredDistance(a, b) <= SAME_MATTER_METRES * SAME_MATTER_METRES;
    }

    private void eagerReporters() {
        Map<Integer, Map<Integer, List<Integer>>> byKind = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            if (reports.reporter()[i] >= 0 && found[i] == null) {
                byKind.computeIfAbsent(reports.kind()[i], none -> new HashMap<>())
                        .computeIfAbsent(reports.reporter()[i], none -> new ArrayList<>())
                        .add(i);
            }
        }
        byKind.values().forEach(this::eagerReporters);
    }

    private void eagerReporters(Map<Integer, List<Integer>> byReporter) {
        int[] regular = byReporter.values().stream()
                .mapToInt(List::size)
                .filter(size -> size >= REGULAR)
                .sorted()
                .toArray();
        if (regular.length < REGULAR) {
            return;
        }
        int usual = regular[regular.length / 2];
        for (List<Integer> own : byReporter.values()) {
            if (own.size() >= EAGER_FEWEST && own.size() >= EAGER_TIMES * usual) {
                own.sort(Comparator.comparingLong((Integer i) -> reports.occurred()[i])
                        .thenComparing(i -> i));
                for (int i = 0; i < own.size(); i++) {
                    if ((long) i * usual / own.size() == (long) (i + 1) * usual / own.size()) {
                        set(own.get(i), Reason.EAGER_REPORTER, own.get(0));
                    }
                }
            }
        }
    }

    private void set(int report, Reason reason, int like) {
        if (found[report] == null) {
            found[report] = new Suspect(report, reason, like);
        }
    }
}
