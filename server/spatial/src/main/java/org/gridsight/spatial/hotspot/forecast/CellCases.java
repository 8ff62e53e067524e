package org.gridsight.spatial.hotspot.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gridsight.spatial.hotspot.scan.DatedPoints;

/** Cases by cell and day, oldest first; those outside the area are left out and counted. Immutable. */
final class CellCases {

    private final CellArea area;
    private final int[] cells;
    private final int[] days;
    private final double[] x;
    private final double[] y;
    private final int outside;

    CellCases(CellArea area, DatedPoints cases) {
        this.area = area;
        int[] inside = IntStream.range(0, cases.size())
                .filter(i -> area.at(cases.places().x(i), cases.places().y(i)) >= 0)
                .boxed()
                .sorted((a, b) -> order(cases, a, b))
                .mapToInt(i -> i)
                .toArray();
        this.x = Arrays.stream(inside).mapToDouble(cases.places()::x).toArray();
        this.y = Arrays.stream(inside).mapToDouble(cases.places()::y).toArray();
        this.days = Arrays.stream(inside).map(cases::day).toArray();
        this.cells = IntStream.range(0, x.length).map(i -> area.at(x[i], y[i])).toArray();
        this.outside = cases.size() - inside.length;
    }

    /** By day, then place: the order of the input does not matter. */
    private static int order(DatedPoints cases, int a, int b) {
        int byDay = Integer.compare(cases.day(a), cases.day(b));
        if (byDay != 0) {
            return byDay;
        }
        int byX = Double.compare(cases.places().x(a), cases.places().x(b));
        return byX != 0
                ? byX
                : Double.compare(cases.places().y(a), cases.places().y(b));
    }

    CellArea area() {
        return area;
    }

    int size() {
        return days.length;
    }

    int outside() {
        return outside;
    }

    int cell(int i) {
        return cells[i];
    }

    int day(int i) {
        return days[i];
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** The number of cases before a day: they are the first ones. */
    int before(int day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Cases by cell from a day (inclusive) to another (exclusive). */
    int[] counts(int from, int to) {
        int[] counts = new int[area.size()];
        for (int i = before(from); i < before(to); i++) {
            counts[cells[i]]++;
        }
        return counts;
    }
}
