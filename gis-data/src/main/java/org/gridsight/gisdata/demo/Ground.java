package org.gridsight.gisdata.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A way over the ground in degrees, measured in metres. Good within the town: a degree is taken as long as it is in its
 * middle, which errs by less than a thousandth.
 */
final class Ground {

    static final double METRES_PER_DEGREE_LAT = 110_956;
    static final double METRES_PER_DEGREE_LNG = 90_413;

    private final Coordinate[] line;
    private final double[] metres;

    Ground(List<Coordinate> line) {
        this.line = line.toArray(Coordinate[]::new);
        this.metres = new double[this.line.length];
        for (int i = 1; i < metres.length; i++) {
            metres[i] = metres[i - 1] + distance(this.line[i - 1], this.line[i]);
        }
    }

    double length() {
        return metres[metres.length - 1];
    }

    Coordinate at(double metre) {
        int i = 1;
        while (i < metres.length - 1 && metres[i] < metre) {
            i++;
        }
        if (metres.length == 1) {
            return line[0];
        }
        double step = metres[i] - metres[i - 1];
        double share = step == 0 ? 0 : Math.min(1, Math.max(0, (metre - metres[i - 1]) / step));
        return new Coordinate(
                line[i - 1].x + share * (line[i].x - line[i - 1].x),
                line[i - 1].y + share * (line[i].y - line[i - 1].y));
    }

    static Coordinate moved(Coordinate place, double eastMetres, double northMetres) {
        return new Coordinate(
                place.x + eastMetres / METRES_PER_DEGREE_LNG, place.y + northMetres / METRES_PER_DEGREE_LAT);
    }

    static double distance(Coordinate a, Coordinate b) {
        double east = (a.x - b.x) * METRES_PER_DEGREE_LNG;
        double north = (a.y - b.y) * METRES_PER_DEGREE_LAT;
        return StrictMath.sqrt(east * east + north * north);
    }
}
