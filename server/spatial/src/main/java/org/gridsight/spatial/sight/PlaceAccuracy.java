package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * How far a place that is read from a picture may be off, on flat ground: the errors of the clicks that made the pairs,
 * carried through the fit to the place, and the error of the one click that asks. It grows with distance and outside of
 * the pairs by itself. Method: first-order propagation of errors, Hartley and Zisserman, Multiple View Geometry, 5.2.
 */
public final class PlaceAccuracy {

    /** Of normal errors along the longest direction some 95 of 100 lie within two deviations. */
    private static final double DEVIATIONS = 2;
    /** Pixels by which each click is moved to see how the map answers. */
    private static final double STEP = 0.05;

    private static final int FITTED = 8;

    private final Homography map;
    private final double pixels;
    private final double[] spread;

    private PlaceAccuracy(Homography map, double pixels, double[] spread) {
        this.map = map;
        this.pixels = pixels;
        this.spread = spread;
    }

    /** @param clickPixels the error of a careful click; the pairs' own residuals count when they are worse */
    public static PlaceAccuracy of(Homography map, double clickPixels) {
        double pixels = Math.max(clickPixels, errorOf(map));
        double[] spread = new double[81];
        for (int pair = 0; pair < map.pairs().size(); pair++) {
            addTo(spread, change(map, pair, 1, 0), pixels);
            addTo(spread, change(map, pair, 0, 1), pixels);
        }
        return new PlaceAccuracy(map, pixels, spread);
    }

    /** Deviation of a click as the residuals tell it; four pairs fit whatever they say and tell nothing. */
    private static double errorOf(Homography map) {
        int free = 2 * map.pairs().size() - FITTED;
        double squares = Arrays.stream(map.residualPixels()).map(r -> r * r).sum();
        return free > 0 ? Math.sqrt(squares / free) : 0;
    }

    /** How the numbers of the map change for each pixel by which one click is moved. */
    private static double[] change(Homography map, int pair, double right, double down) {
        List<PointPair> moved = new ArrayList<>(map.pairs());
        PointPair old = moved.get(pair);
        Coordinate pixel = old.pixel();
        moved.set(pair, new PointPair(new Coordinate(pixel.x + STEP * right, pixel.y + STEP * down), old.ground()));
        if (Homography.faultOf(moved).isPresent()) {
            return new double[9];
        }
        double[] before = map.pixelToGround();
        double[] after = Homography.of(moved).pixelToGround();
        double[] change = new double[9];
        for (int i = 0; i < 9; i++) {
            change[i] = (after[i] - before[i]) / STEP;
        }
        return change;
    }

    private static void addTo(double[] spread, double[] change, double pixels) {
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 9; j++) {
                spread[9 * i + j] += pixels * pixels * change[i] * change[j];
            }
        }
    }

    /** Metres within which the place lies in about 95 of 100 cases; empty where the picture shows no ground. */
    public Optional<Double> metresAt(Coordinate pixel) {
        return map.ground(pixel).map(at -> {
            double[] m = map.pixelToGround();
            double weight = m[6] * pixel.x + m[7] * pixel.y + m[8];
            double[] east = row(pixel, at.x, 0, weight);
            double[] north = row(pixel, at.y, 3, weight);
            double[] eastByClick = {pixels * (m[0] - m[6] * at.x) / weight, pixels * (m[1] - m[7] * at.x) / weight};
            double[] northByClick = {pixels * (m[3] - m[6] * at.y) / weight, pixels * (m[4] - m[7] * at.y) / weight};
            double ee = times(east, east) + product(eastByClick, eastByClick);
            double nn = times(north, north) + product(northByClick, northByClick);
            double en = times(east, north) + product(eastByClick, northByClick);
            double longest = (ee + nn) / 2 + Math.hypot((ee - nn) / 2, en);
            return DEVIATIONS * Math.sqrt(Math.max(0, longest));
        });
    }

    /** How one coordinate of the place follows the nine numbers. */
    private static double[] row(Coordinate pixel, double at, int first, double weight) {
        double[] row = new double[9];
        double[] homogeneous = {pixel.x, pixel.y, 1};
        for (int i = 0; i < 3; i++) {
            row[first + i] = homogeneous[i] / weight;
            row[6 + i] = -at * homogeneous[i] / weight;
        }
        return row;
    }

    private double times(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 9; j++) {
                sum += left[i] * spread[9 * i + j] * right[j];
            }
        }
        return sum;
    }

    private static double product(double[] left, double[] right) {
        return left[0] * right[0] + left[1] * right[1];
    }

    /** Deviation of one click, pixels. */
    public double pixels() {
        return pixels;
    }

    /** Covariance of the nine numbers of {@link Homography#pixelToGround()}, row by row, for the same sum elsewhere. A copy. */
    public double[] spread() {
        return spread.clone();
    }
}
