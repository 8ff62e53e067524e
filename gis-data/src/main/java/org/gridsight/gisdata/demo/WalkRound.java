package org.gridsight.gisdata.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** One hour of a worker: ways between stops at one speed, and the rest of the hour spent at the stops. */
final class WalkRound {

    private static final double HOUR = 3600;

    /** An electric bicycle on village roads. */
    private static final double METRES_PER_SECOND = 3.6;

    private static final double MOST_OF_THE_HOUR = 0.8;

    private final List<Ground> ways;
    private final double[] stops;

    WalkRound(List<Ground> ways, Draws draws) {
        this.ways = ways;
        double moving = ways.stream().mapToDouble(Ground::length).sum() / METRES_PER_SECOND;
        this.stops = new double[ways.size() + 1];
        double sum = 0;
        for (int i = 0; i < stops.length; i++) {
            stops[i] = draws.between(0.2, 1);
            sum += stops[i];
        }
        for (int i = 0; i < stops.length; i++) {
            stops[i] *= (HOUR - moving) / sum;
        }
    }

    /** How long a round may be today. */
    static double budgetMetres(Draws draws) {
        return HOUR * MOST_OF_THE_HOUR * METRES_PER_SECOND * draws.between(0.35, 1);
    }

    Coordinate at(double second) {
        double left = second;
        for (int i = 0; i < ways.size(); i++) {
            if (left <= stops[i]) {
                return ways.get(i).at(0);
            }
            left -= stops[i];
            double metre = left * METRES_PER_SECOND;
            if (metre <= ways.get(i).length()) {
                return ways.get(i).at(metre);
            }
            left -= ways.get(i).length() / METRES_PER_SECOND;
        }
        Ground last = ways.get(ways.size() - 1);
        return last.at(last.length());
    }
}
