package org.gridsight.app.hotspots;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.grids.Place;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.spatial.Box;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.LocalPlane;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.outline.ClusterOutline;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** The ground of the town in metres, and shapes on it that never reach beyond its outline. Immutable. */
final class Terrain {

    /** Around a place itself, so that a cluster at one spot can be seen. */
    private static final double MARGIN_METRES = 60;

    /** An outline of more points takes seconds in which it cannot be called off; it is drawn of fewer. */
    private static final int MOST_POINTS = 20_000;

    /** Side of the squares of which one point is kept: its diagonal is shorter than the margin. */
    private static final double THIN_METRES = 40;

    /** Places beyond are no places of this town, and the plane does not reach them. */
    private static final double REACH_DEGREES = 1;

    private static final GeometryFactory METRES = new GeometryFactory();
    private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4490);

    private final LocalPlane plane;
    private final Geometry outlineDegrees;
    private final Geometry outline;
    private final ClusterOutline shapes;

    private Terrain(LocalPlane plane, Geometry outlineDegrees) {
        this.plane = plane;
        this.outlineDegrees = outlineDegrees;
        this.outline = GeometryFixer.fix(new Projection(plane).transform(outlineDegrees));
        this.shapes = new ClusterOutline(outline, MARGIN_METRES);
    }

    /** @throws Rejected when the place is not set up */
    static Terrain of(Place place) {
        Geometry degrees = place.outline().orElseThrow(() -> new Rejected(HotspotReason.NOT_SET_UP));
        Box box = place.bbox().orElseThrow();
        LocalPlane plane =
                LocalPlane.around(new LngLat((box.west() + box.east()) / 2, (box.south() + box.north()) / 2));
        return new Terrain(plane, degrees);
    }

    /** In metres; not to be changed. */
    Geometry outline() {
        return outline;
    }

    /** In degrees; not to be changed. */
    Geometry outlineDegrees() {
        return outlineDegrees;
    }

    /** The longest way across. */
    double extentMetres() {
        Envelope box = outline.getEnvelopeInternal();
        return Math.hypot(box.getWidth(), box.getHeight());
    }

    boolean reaches(double lng, double lat) {
        return Math.abs(lng - plane.origin().lng()) <= REACH_DEGREES
                && Math.abs(lat - plane.origin().lat()) <= REACH_DEGREES;
    }

    PlanarPoints project(double[] lng, double[] lat) {
        return plane.project(lng, lat);
    }

    LngLat place(double x, double y) {
        return plane.unproject(x, y);
    }

    /** The ground of some points of a set, hugging them; empty when they all lie outside of the town. */
    Optional<Geometry> around(PlanarPoints points, int[] which) {
        int[] some = which.length <= MOST_POINTS ? which : thinned(points, which);
        return shapes.around(PlanarPoints.of(
                        Arrays.stream(some).mapToDouble(points::x).toArray(),
                        Arrays.stream(some).mapToDouble(points::y).toArray()))
                .map(this::degrees);
    }

    /** One point of each small square: the margin around it covers all the others. */
    private static int[] thinned(PlanarPoints points, int[] which) {
        Set<Long> seen = new HashSet<>();
        return Arrays.stream(which)
                .filter(i -> {
                    long column = (long) Math.floor(points.x(i) / THIN_METRES);
                    long row = (long) Math.floor(points.y(i) / THIN_METRES);
                    return seen.add(column << 32 ^ row & 0xffff_ffffL);
                })
                .toArray();
    }

    /** Cells with exactly their sides, as far as the town reaches. */
    Optional<Geometry> of(SquareCells cells, int[] chosen) {
        return shapes.of(cells, chosen).map(this::degrees);
    }

    /** One square, as far as the town reaches. */
    Optional<Geometry> square(double west, double south, double side) {
        return shapes.of(METRES.toGeometry(new Envelope(west, west + side, south, south + side)))
                .map(this::degrees);
    }

    /** A shape in degrees, as far as the town reaches. */
    Optional<Geometry> within(Geometry shape) {
        return shapes.of(new Projection(plane).transform(shape)).map(this::degrees);
    }

    private Geometry degrees(Geometry shape) {
        GeometryTransformer back = new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence metres, Geometry parent) {
                Coordinate[] turned = new Coordinate[metres.size()];
                for (int i = 0; i < turned.length; i++) {
                    LngLat at = plane.unproject(metres.getX(i), metres.getY(i));
                    turned[i] = new Coordinate(at.lng(), at.lat());
                }
                return DEGREES.getCoordinateSequenceFactory().create(turned);
            }
        };
        return DEGREES.createGeometry(back.transform(shape));
    }

    /** Degrees to metres. */
    private static final class Projection extends GeometryTransformer {

        private final LocalPlane plane;

        Projection(LocalPlane plane) {
            this.plane = plane;
        }

        @Override
        protected CoordinateSequence transformCoordinates(CoordinateSequence degrees, Geometry parent) {
            double[] lng = new double[degrees.size()];
            double[] lat = new double[degrees.size()];
            for (int i = 0; i < lng.length; i++) {
                lng[i] = degrees.getX(i);
                lat[i] = degrees.getY(i);
            }
            PlanarPoints metres = plane.project(lng, lat);
            Coordinate[] turned = new Coordinate[lng.length];
            for (int i = 0; i < turned.length; i++) {
                turned[i] = new Coordinate(metres.x(i), metres.y(i));
            }
            return METRES.getCoordinateSequenceFactory().create(turned);
        }
    }
}
