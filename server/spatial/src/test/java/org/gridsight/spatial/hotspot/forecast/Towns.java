package org.gridsight.spatial.hotspot.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Made-up cases in a square town of ten by ten cells of 100 m, for tests. */
final class Towns {

    static final double SIDE = 1_000;

    private final List<double[]> cases = new ArrayList<>();

    static SquareCells cells() {
        return cells(100);
    }

    static SquareCells cells(double side) {
        return SquareCells.inside(new GeometryFactory().toGeometry(new Envelope(0, SIDE, 0, SIDE)), side);
    }

    /** Some cases at the middle of a cell of 100 m. */
    Towns cases(int count, int ix, int iy, int day) {
        return at(count, 100 * ix + 50, 100 * iy + 50, day);
    }

    Towns at(int count, double x, double y, int day) {
        for (int i = 0; i < count; i++) {
            cases.add(new double[] {x, y, day});
        }
        return this;
    }

    /** Cases anywhere on any day of a span. */
    Towns anywhere(int count, int fromDay, int toDay, Random random) {
        for (int i = 0; i < count; i++) {
            at(1, SIDE * random.nextDouble(), SIDE * random.nextDouble(), fromDay + random.nextInt(toDay - fromDay));
        }
        return this;
    }

    Towns shuffled(Random random) {
        Towns shuffled = new Towns();
        shuffled.cases.addAll(cases);
        Collections.shuffle(shuffled.cases, random);
        return shuffled;
    }

    DatedPoints points() {
        return DatedPoints.of(
                PlanarPoints.of(
                        cases.stream().mapToDouble(one -> one[0]).toArray(),
                        cases.stream().mapToDouble(one -> one[1]).toArray()),
                cases.stream().mapToInt(one -> (int) one[2]).toArray());
    }
}
