package org.gridsight.spatial.sight;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** The slow twin of {@link VisibleArea}: one ray for one place, held against every building by JTS. */
final class PlainSight {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private PlainSight() {}

    static boolean sees(PlaneCone cone, List<? extends Geometry> buildings, Coordinate place) {
        LineString ray = FACTORY.createLineString(new Coordinate[] {cone.apex(), place});
        return cone.contains(place) && buildings.stream().noneMatch(ray::intersects);
    }

    /** How far the place is from changing sides: from the borders of the cone, from walls, and from grazing one. */
    static double doubtMetres(PlaneCone cone, List<? extends Geometry> buildings, Coordinate place) {
        Coordinate apex = cone.apex();
        double metres = apex.distance(place);
        double off = Math.toRadians(Math.abs(cone.degreesOffAxis(place) - cone.fieldOfViewDegrees() / 2));
        double border = cone.fieldOfViewDegrees() == 360 ? metres : metres * Math.sin(Math.min(off, Math.PI / 2));
        LineString ray = FACTORY.createLineString(new Coordinate[] {apex, place});
        double graze = Double.POSITIVE_INFINITY;
        for (Geometry building : buildings) {
            graze = Math.min(graze, building.getBoundary().distance(FACTORY.createPoint(place)));
            for (Coordinate corner : building.getCoordinates()) {
                graze = Math.min(graze, ray.distance(FACTORY.createPoint(corner)));
            }
        }
        return Math.min(graze, Math.min(border, Math.abs(metres - cone.rangeMetres())));
    }
}
