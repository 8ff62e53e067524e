package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gridsight.spatial.UnusableInput;
import org.locationtech.jts.geom.Coordinate;

/**
 * Whether point pairs determine a map between planes: at least four different points in each, of which no line holds all
 * but one (then four of them lie in general position).
 */
final class PairCheck {

    private static final int FEWEST = 4;
    /** Thinner point sets, width over length, count as a line. */
    private static final double THIN = 0.01;
    /** Nearer points, by the extent of all, count as the same. */
    private static final double SAME = 1e-3;

    private PairCheck() {}

    static void check(List<PointPair> pairs) {
        fault(pairs).ifPresent(fault -> {
            throw new UnusableInput(fault.words());
        });
    }

    static Optional<PairFault> fault(List<PointPair> pairs) {
        if (pairs.size() < FEWEST) {
            return Optional.of(new PairFault(PairFault.Kind.TOO_FEW, true, List.of()));
        }
        return fault(true, pairs, PointPair::pixel).or(() -> fault(false, pairs, PointPair::ground));
    }

    private static Optional<PairFault> fault(
            boolean inPicture, List<PointPair> pairs, Function<PointPair, Coordinate> side) {
        List<Coordinate> points = pairs.stream().map(side).toList();
        List<Integer> distinct = distinct(points);
        if (distinct.size() < FEWEST) {
            return Optional.of(new PairFault(PairFault.Kind.SAME_SPOT, inPicture, shared(points, distinct)));
        }
        return line(points, distinct).map(on -> new PairFault(PairFault.Kind.ON_A_LINE, inPicture, on));
    }

    /** All on a line, or all but one. */
    private static Optional<List<Integer>> line(List<Coordinate> points, List<Integer> distinct) {
        if (thinness(points, distinct) < THIN) {
            return Optional.of(distinct);
        }
        for (int i = 0; i < distinct.size(); i++) {
            List<Integer> others = new ArrayList<>(distinct);
            others.remove(i);
            if (thinness(points, others) < THIN) {
                return Optional.of(others);
            }
        }
        return Optional.empty();
    }

    private static List<Integer> distinct(List<Coordinate> points) {
        double near = near(points);
        List<Integer> distinct = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Coordinate point = points.get(i);
            if (distinct.stream().noneMatch(other -> points.get(other).distance(point) <= near)) {
                distinct.add(i);
            }
        }
        return distinct;
    }

    /** Those that share their spot with another. */
    private static List<Integer> shared(List<Coordinate> points, List<Integer> distinct) {
        double near = near(points);
        return IntStream.range(0, points.size())
                .filter(i -> !distinct.contains(i)
                        || IntStream.range(0, points.size())
                                .anyMatch(j -> j != i && points.get(j).distance(points.get(i)) <= near))
                .boxed()
                .toList();
    }

    private static double near(List<Coordinate> points) {
        double extent = 0;
        for (Coordinate point : points) {
            extent = Math.max(extent, point.distance(points.get(0)));
        }
        return SAME * extent;
    }

    /** Width over length of the points: root of the ratio of the eigenvalues of their scatter. */
    private static double thinness(List<Coordinate> points, List<Integer> which) {
        double x = which.stream().mapToDouble(i -> points.get(i).x).average().orElse(0);
        double y = which.stream().mapToDouble(i -> points.get(i).y).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i : which) {
            Coordinate point = points.get(i);
            xx += (point.x - x) * (point.x - x);
            yy += (point.y - y) * (point.y - y);
            xy += (point.x - x) * (point.y - y);
        }
        double middle = (xx + yy) / 2;
        double apart = Math.hypot((xx - yy) / 2, xy);
        return Math.sqrt(Math.max(0, middle - apart) / (middle + apart));
    }
}
