package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridsight.spatial.UnusableInput;
import org.locationtech.jts.geom.Coordinate;

/**
 * Whether point pairs determine a map between planes: at least four different points in each, of which no line holds all
 * but one (then four of them lie in general position).
 */
final class PairCheck {

    /** Thinner point sets, width over length, count as a line. */
    private static final double THIN = 0.01;
    /** Nearer points, by the extent of all, count as the same. */
    private static final double SAME = 1e-3;

    private PairCheck() {}

    static void check(List<PointPair> pairs, int fewest) {
        fault(pairs, fewest).ifPresent(words -> {
            throw new UnusableInput(words);
        });
    }

    static Optional<String> fault(List<PointPair> pairs, int fewest) {
        return fault("picture", pairs, PointPair::pixel, fewest)
                .or(() -> fault("ground", pairs, PointPair::ground, fewest));
    }

    private static Optional<String> fault(
            String where, List<PointPair> pairs, Function<PointPair, Coordinate> side, int fewest) {
        List<Coordinate> points = distinct(pairs.stream().map(side).toList());
        if (points.size() < fewest) {
            return Optional.of(
                    "at least " + fewest + " different points in the " + where + " are needed, were " + points.size());
        }
        for (int i = 0; i < points.size(); i++) {
            List<Coordinate> others = new ArrayList<>(points);
            others.remove(i);
            if (thinness(others) < THIN) {
                return Optional.of(
                        "the points in the " + where + " lie on a line but for one at most; add some beside it");
            }
        }
        return Optional.empty();
    }

    private static List<Coordinate> distinct(List<Coordinate> points) {
        double extent = 0;
        for (Coordinate point : points) {
            extent = Math.max(extent, point.distance(points.get(0)));
        }
        List<Coordinate> distinct = new ArrayList<>();
        for (Coordinate point : points) {
            double near = SAME * extent;
            if (distinct.stream().noneMatch(other -> other.distance(point) <= near)) {
                distinct.add(point);
            }
        }
        return distinct;
    }

    /** Width over length of the points: root of the ratio of the eigenvalues of their scatter. */
    private static double thinness(List<Coordinate> points) {
        double x = points.stream().mapToDouble(p -> p.x).average().orElse(0);
        double y = points.stream().mapToDouble(p -> p.y).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (Coordinate point : points) {
            xx += (point.x - x) * (point.x - x);
            yy += (point.y - y) * (point.y - y);
            xy += (point.x - x) * (point.y - y);
        }
        double middle = (xx + yy) / 2;
        double apart = Math.hypot((xx - yy) / 2, xy);
        return Math.sqrt(Math.max(0, middle - apart) / (middle + apart));
    }
}
