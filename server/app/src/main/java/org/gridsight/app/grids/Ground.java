package org.gridsight.app.grids;

import java.util.List;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Distances in metres from a place to the edges of shapes, in a flat picture of the neighbourhood: degrees scaled at one
 * latitude, within 1 % for anything the size of a township. Immutable; the tree inside is built by the constructor.
 */
final class Ground {

    private static final double METRES_PER_DEGREE = 111_195;

    private final double metresPerDegreeLng;
    private final IndexedFacetDistance edges;
    private final boolean empty;

    Ground(List<Geometry> shapes) {
        Geometry all = new GeometryFactory()
                .buildGeometry(shapes.stream().map(Geometry::copy).toList());
        this.empty = all.isEmpty();
        double lat = empty ? 0 : all.getEnvelopeInternal().centre().y;
        this.metresPerDegreeLng = METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        all.apply(new Flatten());
        this.edges = new IndexedFacetDistance(all);
    }

    boolean isEmpty() {
        return empty;
    }

    /** To the nearest edge or point; infinite when there is nothing. */
    double metresFrom(LngLat place) {
        if (empty) {
            return Double.POSITIVE_INFINITY;
        }
        Coordinate flat = new Coordinate(place.lng() * metresPerDegreeLng, place.lat() * METRES_PER_DEGREE);
        return edges.distance(new GeometryFactory().createPoint(flat));
    }

    private final class Flatten implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int index) {
            sequence.setOrdinate(index, 0, sequence.getX(index) * metresPerDegreeLng);
            sequence.setOrdinate(index, 1, sequence.getY(index) * METRES_PER_DEGREE);
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
