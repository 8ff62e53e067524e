package org.gridsight.spatial.sight;

import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.Buildings.Eye;
import org.gridsight.spatial.sight.SightRanking.Viewpoint;
import org.locationtech.jts.geom.Coordinate;

/**
 * The chance that a camera has a place in its picture, although neither the catalogue nor the place is exact: the mean
 * over {@value #SAMPLES} fixed draws of camera and place (the first is both as given) of: nothing stands between them,
 * times the chance that the place lies between the borders of the view under the error of the heading, times that of
 * lying within the range, which is nobody's exact figure ({@value #RANGE_ERROR} of it). Normal chances are replaced by
 * logistic ones (within 0.01). The draws are the additive sequence of M. Roberts, "The unreasonable effectiveness of
 * quasirandom sequences", 2018, made normal by Box and Muller, so that the answer is always the same.
 */
final class SightChance {

    /** What a camera sees by the catalogue, and the chance that it is so. */
    record Sight(SightReason reason, double chance) {}

    private static final int SAMPLES = 24;
    private static final double RANGE_ERROR = 0.1;
    /** Turning takes time, and a fixed view may be in use for something else. */
    private static final double TURNED = 0.9;

    private static final double NEGLIGIBLE = 1e-5;
    private static final double LOGISTIC = 1.702;
    /** The radius that holds 68 of 100 normal points in the plane, in standard deviations. */
    private static final double ACCURACY_SIGMAS = 1.509;
    /** Root of x^5 = x + 1, which gives the best additive sequence in four dimensions. */
    private static final double ROOT = 1.1673039782614187;

    private static final double[][] DRAWS = draws();

    private final LngLat place;
    private final Coordinate at;
    private final double placeSigma;
    private final Buildings buildings;
    private final CatalogueError error;

    SightChance(LngLat place, double accuracyMetres, Buildings buildings, CatalogueError error) {
        this.place = place;
        this.at = buildings.plane().toMetres(place);
        this.placeSigma = accuracyMetres / ACCURACY_SIGMAS;
        this.buildings = buildings;
        this.error = error;
    }

    Sight of(Viewpoint camera) {
        double doubt = 4 * Math.hypot(error.positionMetres(), placeSigma);
        if (camera.cone().camera().metresTo(place) > 2 * camera.cone().rangeMetres() + doubt) {
            return new Sight(SightReason.OUT_OF_RANGE, 0);
        }
        PlaneCone cone = camera.cone().in(buildings.plane());
        Coordinate apex = cone.apex();
        boolean hidden = buildings.hide(buildings.eye(apex.x, apex.y), at);
        double sum = framed(cone, camera.ptz(), apex, at) * (hidden ? 0 : 1);
        for (int i = 1; i < SAMPLES; i++) {
            double[] draw = DRAWS[i];
            Coordinate from = shifted(apex, draw[0], draw[1], error.positionMetres());
            Coordinate to = shifted(at, draw[2], draw[3], placeSigma);
            double framed = framed(cone, camera.ptz(), from, to);
            if (framed > NEGLIGIBLE) {
                Eye eye = buildings.eye(from.x, from.y);
                sum += buildings.hide(eye, to) ? 0 : framed;
            }
        }
        return new Sight(reason(cone, camera.ptz(), hidden), sum / SAMPLES);
    }

    private SightReason reason(PlaneCone cone, boolean ptz, boolean hidden) {
        if (cone.apex().distance(at) > cone.rangeMetres()) {
            return SightReason.OUT_OF_RANGE;
        }
        boolean framed = cone.contains(at);
        if (!framed && !ptz) {
            return SightReason.TURNED_AWAY;
        }
        if (hidden) {
            return SightReason.OCCLUDED;
        }
        return framed ? SightReason.IN_VIEW : SightReason.PTZ_REACH;
    }

    /** The chance that nothing but walls keeps a point out of the picture. */
    private double framed(PlaneCone cone, boolean ptz, Coordinate from, Coordinate to) {
        double range = cone.rangeMetres();
        double near = below((range - from.distance(to)) / (RANGE_ERROR * range));
        double half = cone.fieldOfViewDegrees() / 2;
        if (half == 180) {
            return near;
        }
        PlaneCone moved = new PlaneCone(from, cone.bearingDegrees(), cone.fieldOfViewDegrees(), range);
        double off = moved.degreesOffAxis(to);
        double sigma = error.headingDegrees();
        double between = below((half - off) / sigma) - below((-half - off) / sigma);
        return near * (ptz ? Math.max(TURNED, between) : between);
    }

    /** The chance of a normal number below so many standard deviations. */
    private static double below(double sigmas) {
        return 1 / (1 + Math.exp(-LOGISTIC * sigmas));
    }

    private static Coordinate shifted(Coordinate from, double x, double y, double sigma) {
        return new Coordinate(from.x + sigma * x, from.y + sigma * y);
    }

    private static double[][] draws() {
        double[][] draws = new double[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            double[] even = new double[4];
            for (int axis = 0; axis < 4; axis++) {
                double step = (i + 1) / Math.pow(ROOT, axis + 1);
                even[axis] = (0.5 + step) % 1;
            }
            draws[i] = new double[4];
            for (int pair = 0; pair < 4; pair += 2) {
                double radius = Math.sqrt(-2 * Math.log(1 - even[pair]));
                draws[i][pair] = radius * Math.cos(NearWalls.TURN * even[pair + 1]);
                draws[i][pair + 1] = radius * Math.sin(NearWalls.TURN * even[pair + 1]);
            }
        }
        return draws;
    }
}
