package org.gridsight.gisdata.demo;

import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A circle and a span of days, and what ordinary life would bring into it. */
record Circle(Coordinate centre, double radius, LocalDate from, int days) {

    private static final int RINGS = 12;
    private static final int SPOKES = 16;
    private static final double SPREAD_METRES = 160;

    /** How many incidents of a kind the background expects here; the scatter around hamlets is summed over 192 places. */
    double expected(Kind kind, Town town) {
        double[] shares = town.householdShares();
        double mass = 0;
        for (Hamlet hamlet : town.hamlets()) {
            double gap = hamlet.at().distance(centre);
            if (gap + 4 * SPREAD_METRES < radius) {
                mass += shares[hamlet.index()];
            } else if (gap - 4 * SPREAD_METRES < radius) {
                mass += shares[hamlet.index()] * shareInside(hamlet.at());
            }
        }
        return mass * Rhythm.expected(kind, from, days);
    }

    boolean contains(Coordinate place, LocalDate day) {
        return !day.isBefore(from) && day.isBefore(from.plusDays(days)) && place.distance(centre) <= radius;
    }

    /** Rows of a kind that show themselves here. */
    long count(List<Draft> drafts, Kind kind, boolean repeatsToo) {
        return drafts.stream()
                .filter(d -> d.kind() == kind && (repeatsToo || d.repeats == null))
                .filter(d -> contains(d.shown, Rhythm.day(d.occurred)))
                .count();
    }

    /** The logarithm of the likelihood ratio of n against e expected; 0 when there are fewer than expected. */
    static double logLikelihoodRatio(double n, double e) {
        return n <= e ? 0 : n * StrictMath.log(n / e) - (n - e);
    }

    private double shareInside(Coordinate hamlet) {
        int inside = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            double r = SPREAD_METRES * StrictMath.sqrt(-2 * StrictMath.log(1 - (ring + 0.5) / RINGS));
            for (int spoke = 0; spoke < SPOKES; spoke++) {
                double angle = 2 * StrictMath.PI * (spoke + 0.5 * (ring % 2)) / SPOKES;
                double dx = hamlet.x + r * StrictMath.cos(angle) - centre.x;
                double dy = hamlet.y + r * StrictMath.sin(angle) - centre.y;
                inside += dx * dx + dy * dy <= radius * radius ? 1 : 0;
            }
        }
        return inside / (double) (RINGS * SPOKES);
    }
}
