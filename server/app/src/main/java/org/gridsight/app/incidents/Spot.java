package org.gridsight.app.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.TreeSet;
import org.gridsight.spatial.LngLat;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Where it happened: in CGCS2000 degrees, beside the coordinates as they were given and how they were converted, in the
 * grid and village of that time.
 *
 * @param locationFlags names joined by commas, empty for a place without doubt
 */
@Embeddable
record Spot(
        @JdbcTypeCode(SqlTypes.GEOMETRY) Point location,
        @Column(name = "source_x") @Nullable Double sourceX,
        @Column(name = "source_y") @Nullable Double sourceY,
        @Nullable String sourceCrs,
        @Nullable String locationMethod,
        @Nullable Double locationAccuracy,
        String locationFlags,
        String gridCode,
        String gridName,
        String villageCode,
        String villageName) {

    private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4490);

    static Spot from(NewIncident.Where where) {
        NewIncident.Given given = where.given();
        return new Spot(
                point(where.place()),
                given == null ? null : given.x(),
                given == null ? null : given.y(),
                given == null ? null : given.crs(),
                given == null ? null : given.method(),
                given == null ? null : given.accuracyMetres(),
                String.join(",", new TreeSet<>(where.flags())),
                where.gridCode(),
                where.gridName(),
                where.villageCode(),
                where.villageName());
    }

    static Point point(LngLat place) {
        return DEGREES.createPoint(new Coordinate(place.lng(), place.lat()));
    }

    LngLat place() {
        return new LngLat(location.getX(), location.getY());
    }

    List<String> flags() {
        return locationFlags.isEmpty() ? List.of() : List.of(locationFlags.split(","));
    }
}
