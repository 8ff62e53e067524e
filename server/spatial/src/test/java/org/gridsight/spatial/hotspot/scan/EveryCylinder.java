package org.gridsight.spatial.hotspot.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The twin of the scan: builds every circle, counts every window case by case, keeps the best. */
final class EveryCylinder {

    record Cell(long column, long row) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Comparator.comparingLong(Cell::column)
                    .thenComparingLong(Cell::row)
                    .compare(this, other);
        }

        double squared(Cell other) {
            return Math.pow(column - other.column, 2) + Math.pow(row - other.row, 2);
        }
    }

    record Found(double statistic, int observed, double expected, Cell centre, double radius, int from, int to) {}

    private final DatedPoints cases;
    private final Cylinders cylinders;
    private final double[] base;
    private final Map<Cell, List<Integer>> cells = new TreeMap<>();

    /** @param base expected in the whole town on each day of the cases' period, adding up to all cases */
    EveryCylinder(DatedPoints cases, Cylinders cylinders, double[] base) {
        this.cases = cases;
        this.cylinders = cylinders;
        this.base = base;
        for (int i = 0; i < cases.size(); i++) {
            Cell cell = new Cell((long) Math.floor(cases.places().x(i) / cylinders.cellMetres()), (long)
                    Math.floor(cases.places().y(i) / cylinders.cellMetres()));
            cells.computeIfAbsent(cell, none -> new ArrayList<>()).add(i);
        }
    }

    /** All cylinders with 2 cases and more than expected, best first, equals in the order of the scan. */
    List<Found> all() {
        List<Found> found = new ArrayList<>();
        for (Cell centre : cells.keySet()) {
            List<Cell> order = new ArrayList<>(cells.keySet());
            order.sort(Comparator.<Cell>comparingDouble(centre::squared).thenComparing(Comparator.naturalOrder()));
            List<Integer> circle = new ArrayList<>();
            for (Cell place : order) {
                double radius = Math.sqrt(centre.squared(place)) * cylinders.cellMetres();
                circle.addAll(cells.get(place));
                if (radius > cylinders.maxRadiusMetres() * (1 + 1e-12) || 2 * circle.size() > cases.size()) {
                    break;
                }
                windows(centre, radius, circle, found);
            }
        }
        found.sort(Comparator.comparingDouble(Found::statistic)
                .reversed()
                .thenComparingInt(f -> f.to() - f.from())
                .thenComparingDouble(Found::radius)
                .thenComparing(Found::centre)
                .thenComparingInt(Found::from));
        return found;
    }

    private void windows(Cell centre, double radius, List<Integer> circle, List<Found> found) {
        Days period = cases.period();
        for (int to = period.from(); to <= period.to(); to++) {
            if (cylinders.windows() == Cylinders.Windows.PROSPECTIVE && to < period.to()) {
                continue;
            }
            for (int from = to; from >= period.from() && to - from < cylinders.maxDays(); from--) {
                int first = from;
                int last = to;
                int observed = (int) circle.stream()
                        .filter(i -> cases.day(i) >= first && cases.day(i) <= last)
                        .count();
                double town = 0;
                for (int day = from; day <= to; day++) {
                    town += base[day - period.from()];
                }
                double expected = circle.size() * town / cases.size();
                if (observed >= 2 && observed > expected * (1 + 1e-12)) {
                    int all = cases.size();
                    double statistic = observed * Math.log(observed / expected)
                            + (all - observed) * Math.log((all - observed) / (all - expected));
                    found.add(new Found(statistic, observed, expected, centre, radius, from, to));
                }
            }
        }
    }
}
