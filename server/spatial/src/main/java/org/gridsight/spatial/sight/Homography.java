package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gridsight.spatial.UnusableInput;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * The map between the picture of a fixed camera and flat ground, from four or more point pairs. Method: normalised direct
 * linear transformation, reweighted to least squares of pixels, R. I. Hartley, "In defense of the eight-point algorithm", IEEE PAMI 19, 1997,
 * and Hartley and Zisserman, Multiple View Geometry, algorithm 4.2. The picture above the horizon shows no ground. Slopes,
 * bridges and the bend of wide lenses are not modelled: they show as residuals.
 */
public final class Homography {

    private static final int ROUNDS = 6;
    /** Fewest pairs of which one may be called wrong: five others leave a residual of their own. */
    private static final int FEWEST_FOR_ADVICE = 6;
    /** Leaving out a wrong pair shrinks the error to this share at least. */
    private static final double ADVICE_GAIN = 0.4;
    /** Pairs that are off by less than this agree: no click is better. */
    private static final double AGREED_PIXELS = 0.5;
    /** Nearer to the horizon than this share of the mean weight of the pairs, a pixel is many times its usual ground. */
    private static final double HORIZON_SHARE = 1e-3;
    /** Where the weight is half that of the farthest pair, a pixel spans about four times as much ground. */
    private static final double FAR_SHARE = 0.5;

    private final List<PointPair> pairs;
    private final Matrix3 toGround;
    private final Matrix3 toPicture;
    private final double leastGroundWeight;
    private final double leastPictureWeight;

    private Homography(List<PointPair> pairs, Matrix3 toGround, Matrix3 toPicture) {
        this.pairs = pairs;
        this.toGround = toGround;
        this.toPicture = toPicture;
        this.leastGroundWeight = HORIZON_SHARE
                * pairs.stream()
                        .map(PointPair::pixel)
                        .mapToDouble(at -> toGround.weight(at.x, at.y))
                        .average()
                        .orElse(0);
        this.leastPictureWeight = HORIZON_SHARE
                * pairs.stream()
                        .map(PointPair::ground)
                        .mapToDouble(at -> toPicture.weight(at.x, at.y))
                        .average()
                        .orElse(0);
    }

    /**
     * @throws UnusableInput when there are fewer than four different pairs, when all but one lie on a line, or when no
     *     camera can see the ground like that (pairs exchanged, a point above the horizon)
     */
    public static Homography of(List<PointPair> pairs) {
        List<PointPair> kept = List.copyOf(pairs);
        PairCheck.check(kept);
        Fit fit = fit(kept);
        fit.exchanged().ifPresent(fault -> {
            throw new UnusableInput(fault.words());
        });
        return new Homography(kept, facing(fit.toGround, fit.pixels), facing(fit.toPicture, fit.grounds));
    }

    /** What keeps pairs from determining a map, before somebody asks for it; empty when {@link #of} takes them. */
    public static Optional<PairFault> faultOf(List<PointPair> pairs) {
        List<PointPair> kept = List.copyOf(pairs);
        return PairCheck.fault(kept).or(() -> fit(kept).exchanged());
    }

    private static Fit fit(List<PointPair> kept) {
        double[][] pixels = numbers(kept.stream().map(PointPair::pixel).toList());
        double[][] grounds = numbers(kept.stream().map(PointPair::ground).toList());
        Matrix3 fromPixels = Matrix3.normalising(pixels);
        Matrix3 fromGround = Matrix3.normalising(grounds);
        // dividing by the weights of the round before turns algebraic errors into pixels
        Matrix3 between = new Matrix3(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 1});
        for (int round = 0; round < ROUNDS; round++) {
            between = new Matrix3(
                    NullVector.of(equations(mapped(fromPixels, pixels), mapped(fromGround, grounds), between)));
        }
        Matrix3 toPicture = fromPixels.adjugate().times(between).times(fromGround);
        Matrix3 toGround = fromGround.adjugate().times(between.adjugate()).times(fromPixels);
        return new Fit(pixels, grounds, toGround, toPicture);
    }

    /** Matrices that fit best, with the numbers they fit; whether a camera can stand there is another question. */
    private record Fit(double[][] pixels, double[][] grounds, Matrix3 toGround, Matrix3 toPicture) {

        Optional<PairFault> exchanged() {
            return exchanged(toGround, pixels, true).or(() -> exchanged(toPicture, grounds, false));
        }

        /** Points on both sides of the horizon: the fewer are the wrong ones. */
        private static Optional<PairFault> exchanged(Matrix3 map, double[][] points, boolean inPicture) {
            List<Integer> ahead = new ArrayList<>();
            List<Integer> behind = new ArrayList<>();
            for (int i = 0; i < points.length; i++) {
                (map.weight(points[i][0], points[i][1]) > 0 ? ahead : behind).add(i);
            }
            List<Integer> fewer = ahead.size() < behind.size() ? ahead : behind;
            return fewer.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PairFault(PairFault.Kind.EXCHANGED, inPicture, fewer));
        }
    }

    private static double[][] numbers(List<Coordinate> points) {
        return points.stream().map(at -> new double[] {at.x, at.y}).toArray(double[][]::new);
    }

    private static double[][] mapped(Matrix3 map, double[][] points) {
        return Arrays.stream(points)
                .map(at -> new double[] {map.x(at[0], at[1]), map.y(at[0], at[1])})
                .toArray(double[][]::new);
    }

    /** Two equations for each pair in the nine unknown numbers, column by column. */
    private static double[][] equations(double[][] pixels, double[][] grounds, Matrix3 before) {
        double[][] columns = new double[9][2 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            double x = grounds[i][0];
            double y = grounds[i][1];
            double u = pixels[i][0];
            double v = pixels[i][1];
            double[] first = {x, y, 1, 0, 0, 0, -u * x, -u * y, -u};
            double[] second = {0, 0, 0, x, y, 1, -v * x, -v * y, -v};
            double weight = before.weight(x, y);
            for (int column = 0; column < 9; column++) {
                columns[column][2 * i] = first[column] / weight;
                columns[column][2 * i + 1] = second[column] / weight;
            }
        }
        return columns;
    }

    /** Gives the points of the pairs, which lie on one side, positive weights. */
    private static Matrix3 facing(Matrix3 map, double[][] points) {
        double size = Arrays.stream(map.m()).map(Math::abs).max().orElse(0);
        return map.scaled((map.weight(points[0][0], points[0][1]) < 0 ? -1 : 1) / size);
    }

    /** The place on the ground that a pixel shows; empty at and above the horizon. */
    public Optional<Coordinate> ground(Coordinate pixel) {
        if (!(toGround.weight(pixel.x, pixel.y) > leastGroundWeight)) {
            return Optional.empty();
        }
        return Optional.of(new Coordinate(toGround.x(pixel.x, pixel.y), toGround.y(pixel.x, pixel.y)));
    }

    /** The pixel that shows a place, inside or outside of the picture; empty beside and behind the camera. */
    public Optional<Coordinate> pixel(Coordinate ground) {
        if (!(toPicture.weight(ground.x, ground.y) > leastPictureWeight)) {
            return Optional.empty();
        }
        return Optional.of(new Coordinate(toPicture.x(ground.x, ground.y), toPicture.y(ground.x, ground.y)));
    }

    /** Metres on the ground that one pixel spans there, along its longer direction; empty where there is no ground. */
    public Optional<Double> metresPerPixel(Coordinate pixel) {
        return ground(pixel).map(at -> {
            double weight = toGround.weight(pixel.x, pixel.y);
            double[] m = toGround.m();
            double xu = (m[0] - m[6] * at.x) / weight;
            double xv = (m[1] - m[7] * at.x) / weight;
            double yu = (m[3] - m[6] * at.y) / weight;
            double yv = (m[4] - m[7] * at.y) / weight;
            // larger singular value of the derivative
            return (Math.hypot(xu + yv, yu - xv) + Math.hypot(xu - yv, yu + xv)) / 2;
        });
    }

    /** The horizon within the picture; empty when it lies outside or the camera looks straight down. */
    public Optional<LineSegment> horizon(PictureFrame frame) {
        double[] m = toGround.m();
        double slope = Math.hypot(m[6], m[7]);
        double reach = frame.width() + frame.height();
        double x = frame.width() / 2;
        double y = frame.height() / 2;
        double away = toGround.weight(x, y) / slope;
        if (!(Math.abs(away) <= reach)) {
            return Optional.empty();
        }
        double footX = x - away * m[6] / slope;
        double footY = y - away * m[7] / slope;
        return frame.clip(new LineSegment(
                footX - reach * m[7] / slope,
                footY + reach * m[6] / slope,
                footX + reach * m[7] / slope,
                footY - reach * m[6] / slope));
    }

    /**
     * The ground that the picture shows, as a convex ring in metres whose last corner is its first: cut off below the
     * horizon where a pixel spans about four times the ground of the farthest pair.
     */
    public List<Coordinate> shown(PictureFrame frame) {
        double least = FAR_SHARE
                * pairs.stream()
                        .map(PointPair::pixel)
                        .mapToDouble(at -> toGround.weight(at.x, at.y))
                        .min()
                        .orElse(0);
        double[][] corners = {{0, frame.height()}, {frame.width(), frame.height()}, {frame.width(), 0}, {0, 0}};
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double[] from = corners[i];
            double[] to = corners[(i + 1) % 4];
            double first = toGround.weight(from[0], from[1]) - least;
            double last = toGround.weight(to[0], to[1]) - least;
            if (first >= 0) {
                ring.add(onGround(from[0], from[1]));
            }
            if (first < 0 != last < 0) {
                double share = first / (first - last);
                ring.add(onGround(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])));
            }
        }
        ring.add(ring.get(0).copy());
        return List.copyOf(ring);
    }

    private Coordinate onGround(double x, double y) {
        return new Coordinate(toGround.x(x, y), toGround.y(x, y));
    }

    /** A line on the ground as it runs through the picture: pieces of pixels, cut at the horizon and at the border. */
    public List<List<Coordinate>> drawn(List<Coordinate> line, PictureFrame frame) {
        List<List<Coordinate>> pieces = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            inFront(line.get(i - 1), line.get(i)).flatMap(frame::clip).ifPresent(part -> join(pieces, part));
        }
        return pieces.stream().map(List::copyOf).toList();
    }

    private static void join(List<List<Coordinate>> pieces, LineSegment part) {
        List<Coordinate> last = pieces.isEmpty() ? List.of() : pieces.get(pieces.size() - 1);
        if (last.isEmpty() || last.get(last.size() - 1).distance(part.p0) > 1e-6) {
            pieces.add(new ArrayList<>(List.of(part.p0, part.p1)));
        } else {
            last.add(part.p1);
        }
    }

    /** The part of a segment in front of the camera, in pixels. */
    private Optional<LineSegment> inFront(Coordinate from, Coordinate to) {
        double first = toPicture.weight(from.x, from.y) - 2 * leastPictureWeight;
        double last = toPicture.weight(to.x, to.y) - 2 * leastPictureWeight;
        if (!(first > 0 || last > 0)) {
            return Optional.empty();
        }
        Coordinate cut = new LineSegment(from, to).pointAlong(first / (first - last));
        Coordinate start = first > 0 ? from : cut;
        Coordinate end = last > 0 ? to : cut;
        return pixel(start).flatMap(p0 -> pixel(end).map(p1 -> new LineSegment(p0, p1)));
    }

    public List<PointPair> pairs() {
        return pairs;
    }

    /** How far each pair's pixel lands from its ground point, metres, in the order of the pairs. */
    public double[] residualMetres() {
        return pairs.stream()
                .mapToDouble(pair -> distance(toGround, pair.pixel(), pair.ground()))
                .toArray();
    }

    /** How far each pair's ground point lands from its pixel, in the order of the pairs. */
    public double[] residualPixels() {
        return pairs.stream()
                .mapToDouble(pair -> distance(toPicture, pair.ground(), pair.pixel()))
                .toArray();
    }

    private static double distance(Matrix3 map, Coordinate from, Coordinate to) {
        return Math.hypot(map.x(from.x, from.y) - to.x, map.y(from.x, from.y) - to.y);
    }

    /** Root of the mean squared residual; four pairs fit whatever they say, so theirs is always about 0. */
    public double rmsMetres() {
        return Math.sqrt(
                Arrays.stream(residualMetres()).map(r -> r * r).average().orElse(0));
    }

    public double rmsPixels() {
        return Math.sqrt(
                Arrays.stream(residualPixels()).map(r -> r * r).average().orElse(0));
    }

    /**
     * Advice: the pair without which the others agree much better; empty when none stands out or fewer than six are
     * given. Measured in pixels, where clicks go wrong alike near and far.
     */
    public OptionalInt suspectPair() {
        if (pairs.size() < FEWEST_FOR_ADVICE || rmsPixels() < AGREED_PIXELS) {
            return OptionalInt.empty();
        }
        int suspect = -1;
        double least = ADVICE_GAIN * rmsPixels();
        for (int i = 0; i < pairs.size(); i++) {
            List<PointPair> others = new ArrayList<>(pairs);
            others.remove(i);
            double error = faultOf(others).isPresent()
                    ? Double.NaN
                    : Homography.of(others).rmsPixels();
            if (error < least) {
                least = error;
                suspect = i;
            }
        }
        return suspect < 0 ? OptionalInt.empty() : OptionalInt.of(suspect);
    }

    /** Advice: whether the ground is seen as in a mirror. Then the device flips its picture, or pairs are exchanged. */
    public boolean isMirrored() {
        // from above, pixels run right and down where metres run east and north
        return toGround.determinant() > 0;
    }

    /** Nine numbers, row by row, for drawing elsewhere: ground metres to pixels. A copy. */
    public double[] groundToPixel() {
        return toPicture.m().clone();
    }

    /** Nine numbers, row by row, for clicks elsewhere: pixels to ground metres. A copy. */
    public double[] pixelToGround() {
        return toGround.m().clone();
    }
}
