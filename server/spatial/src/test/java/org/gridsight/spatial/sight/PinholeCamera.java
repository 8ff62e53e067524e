package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** A camera without a lens on a pole above flat ground, by plain trigonometry: the truth for {@link Homography}. */
record PinholeCamera(Coordinate foot, double heightMetres, double headingDegrees, double tiltDegrees) {

    static final PictureFrame FRAME = new PictureFrame(1920, 1080);
    private static final double FOCAL = 1_400;

    static PinholeCamera any(Random random) {
        return new PinholeCamera(
                new Coordinate(random.nextDouble() * 2e4 - 1e4, random.nextDouble() * 2e4 - 1e4),
                3 + random.nextDouble() * 20,
                random.nextDouble() * 360,
                8 + random.nextDouble() * 50);
    }

    /** How far a place lies along the line of sight; negative behind the camera. */
    double depth(Coordinate ground) {
        return forward(ground) * Math.cos(tilt()) + heightMetres * Math.sin(tilt());
    }

    Coordinate pixel(Coordinate ground) {
        double heading = Math.toRadians(headingDegrees);
        double right = (ground.x - foot.x) * Math.cos(heading) - (ground.y - foot.y) * Math.sin(heading);
        double down = heightMetres * Math.cos(tilt()) - forward(ground) * Math.sin(tilt());
        return new Coordinate(
                FRAME.width() / 2 + FOCAL * right / depth(ground), FRAME.height() / 2 + FOCAL * down / depth(ground));
    }

    double horizonRow() {
        return FRAME.height() / 2 - FOCAL * Math.tan(tilt());
    }

    private double forward(Coordinate ground) {
        double heading = Math.toRadians(headingDegrees);
        return (ground.x - foot.x) * Math.sin(heading) + (ground.y - foot.y) * Math.cos(heading);
    }

    private double tilt() {
        return Math.toRadians(tiltDegrees);
    }

    /** Pairs well over the ground in the picture; the clicks are wrong by some pixels. */
    List<PointPair> pairs(int count, double wrongPixels, Random random) {
        List<PointPair> pairs = new ArrayList<>();
        for (Coordinate ground : grounds(count, random)) {
            Coordinate pixel = pixel(ground);
            pairs.add(new PointPair(
                    new Coordinate(
                            pixel.x + wrongPixels * random.nextGaussian(),
                            pixel.y + wrongPixels * random.nextGaussian()),
                    ground));
        }
        return pairs;
    }

    /** Places in the picture: the first four near its corners, the others anywhere, none near the horizon. */
    List<Coordinate> grounds(int count, Random random) {
        double top = Math.max(60, horizonRow() + 150);
        double[][] corners = {{0.05, 0}, {0.95, 0.1}, {0.1, 0.95}, {0.9, 1}};
        List<Coordinate> grounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double u = i < 4 ? corners[i][0] : random.nextDouble();
            double v = i < 4 ? corners[i][1] : random.nextDouble();
            grounds.add(ground(u * FRAME.width(), top + v * (FRAME.height() - top)));
        }
        return grounds;
    }

    private Coordinate ground(double column, double row) {
        double right = (column - FRAME.width() / 2) / FOCAL;
        double down = (row - FRAME.height() / 2) / FOCAL;
        double depth = heightMetres / (Math.sin(tilt()) + down * Math.cos(tilt()));
        double forward = depth * (Math.cos(tilt()) - down * Math.sin(tilt()));
        double heading = Math.toRadians(headingDegrees);
        return new Coordinate(
                foot.x + forward * Math.sin(heading) + depth * right * Math.cos(heading),
                foot.y + forward * Math.cos(heading) - depth * right * Math.sin(heading));
    }
}
