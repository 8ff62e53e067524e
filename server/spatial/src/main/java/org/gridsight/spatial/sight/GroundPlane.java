package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.List;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.LocalPlane;
import org.gridsight.spatial.PlanarPoints;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The metres in which sight is computed: the local plane around one place, for single places and whole shapes. Bearings
 * of the plane differ from headings by the convergence of the meridians, which is corrected here.
 */
public final class GroundPlane {

    private static final int DEGREES_SRID = 4490;

    private final LocalPlane plane;

    private GroundPlane(LocalPlane plane) {
        this.plane = plane;
    }

    /** The plane around a place; good for some ten kilometres, usable to {@value LocalPlane#REACH_DEGREES} degrees. */
    public static GroundPlane around(LngLat origin) {
        return new GroundPlane(LocalPlane.around(origin));
    }

    public LngLat origin() {
        return plane.origin();
    }

    /** Metres east and north of the origin. */
    public Coordinate toMetres(LngLat place) {
        return toMetres(place.lng(), place.lat());
    }

    public LngLat toPlace(Coordinate metres) {
        return plane.unproject(metres.x, metres.y);
    }

    /** The places of a line or ring in metres. */
    public List<LngLat> toPlaces(Coordinate[] metres) {
        List<LngLat> places = new ArrayList<>(metres.length);
        for (Coordinate at : metres) {
            places.add(toPlace(at));
        }
        return List.copyOf(places);
    }

    /** A copy of a shape in degrees, longitude first, laid out in metres. */
    public Geometry toMetres(Geometry degrees) {
        return moved(degrees, 0, place -> toMetres(place.x, place.y));
    }

    /** A copy of a shape in metres, in degrees, longitude first. */
    public Geometry toDegrees(Geometry metres) {
        return moved(metres, DEGREES_SRID, at -> {
            LngLat place = plane.unproject(at.x, at.y);
            return new Coordinate(place.lng(), place.lat());
        });
    }

    /** The bearing, clockwise from the plane's own north, of a heading at a place. */
    double bearingDegrees(LngLat place, double headingDegrees) {
        double away = Math.toRadians(place.lng() - plane.origin().lng());
        double convergence = Math.atan(Math.tan(away) * Math.sin(Math.toRadians(place.lat())));
        return headingDegrees - Math.toDegrees(convergence);
    }

    private Coordinate toMetres(double lng, double lat) {
        PlanarPoints point = plane.project(new double[] {lng}, new double[] {lat});
        return new Coordinate(point.x(0), point.y(0));
    }

    private static Geometry moved(Geometry shape, int srid, Move move) {
        Geometry copy = shape.copy();
        copy.apply(new EachVertex(move));
        copy.setSRID(srid);
        return copy;
    }

    @FunctionalInterface
    private interface Move {
        Coordinate of(Coordinate from);
    }

    /** Puts each vertex of a geometry to its new place. */
    private record EachVertex(Move move) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            Coordinate to = move.of(sequence.getCoordinate(i));
            sequence.setOrdinate(i, CoordinateSequence.X, to.x);
            sequence.setOrdinate(i, CoordinateSequence.Y, to.y);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
