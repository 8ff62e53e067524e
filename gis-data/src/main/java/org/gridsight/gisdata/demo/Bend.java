package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.Coordinate;

/** Turns a straight line into a natural one by mid-point displacement: every half bends again, in proportion. */
record Bend(int folds, double share) {

    Coordinate[] line(Coordinate from, Coordinate to, Draws draws) {
        Coordinate[] line = {from, to};
        for (int fold = 0; fold < folds; fold++) {
            Coordinate[] finer = new Coordinate[line.length * 2 - 1];
            for (int i = 0; i + 1 < line.length; i++) {
                finer[2 * i] = line[i];
                finer[2 * i + 1] = middle(line[i], line[i + 1], share * draws.gaussian());
            }
            finer[finer.length - 1] = to;
            line = finer;
        }
        return line;
    }

    private static Coordinate middle(Coordinate a, Coordinate b, double aside) {
        double bounded = Math.min(0.18, Math.max(-0.18, aside));
        Coordinate middle =
                new Coordinate((a.x + b.x) / 2 - (b.y - a.y) * bounded, (a.y + b.y) / 2 + (b.x - a.x) * bounded);
        TownPlane.DECIMETRE.makePrecise(middle);
        return middle;
    }
}
