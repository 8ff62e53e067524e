package org.gridsight.app.grids;

import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.crs.CrsRefused;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A point as somebody gave it, and the same in CGCS2000 degrees. Both are stored, with the way from one to the other.
 *
 * @param source x east, y north, in {@code crs}
 * @param degrees longitude first; not yet judged, see {@link GridMap#check}
 */
public record GivenPlace(Coordinate source, String crs, Coordinate degrees, String method, double accuracyMetres) {

    /** A GeoJSON point of a request body with an optional {@code crs}, bound leniently. */
    public record Request(
            @Nullable String type,
            @Nullable List<@Nullable Double> coordinates,
            @Nullable String crs) {

        /** Adds what is wrong to the faults, under {@code field}. */
        public Optional<GivenPlace> read(String field, Faults faults) {
            if (type != null && !type.equals("Point")) {
                faults.add(field + ".type", new Text("须为 Point,收到 {0}。", "must be Point, was {0}").with(type));
                return Optional.empty();
            }
            List<@Nullable Double> given = coordinates;
            if (given == null || given.size() < 2 || given.size() > 3) {
                faults.add(field + ".coordinates", new Text("须为 [经度, 纬度]。", "must be [longitude, latitude]"));
                return Optional.empty();
            }
            Double x = given.get(0);
            Double y = given.get(1);
            if (x == null || y == null || !Double.isFinite(x) || !Double.isFinite(y)) {
                faults.add(field + ".coordinates", new Text("须为两个数。", "must be two numbers"));
                return Optional.empty();
            }
            return from(new Coordinate(x, y), crs == null || crs.isBlank() ? "WGS84" : crs, field, faults);
        }
    }

    private static Optional<GivenPlace> from(Coordinate source, String crsName, String field, Faults faults) {
        try {
            Crs crs = Crs.of(crsName);
            // degrees stay as they are even when impossible: the judge recognises swapped ones
            Coordinate degrees =
                    crs.equals(Crs.cgcs2000()) || crs.equals(Crs.of("WGS84")) ? source.copy() : crs.toCgcs2000(source);
            return Optional.of(new GivenPlace(source, crs.name(), degrees, crs.method(), crs.accuracyMetres()));
        } catch (CrsRefused refused) {
            boolean system = refused.reason() == CrsRefused.Reason.UNKNOWN_SYSTEM;
            faults.add(
                    field + (system ? ".crs" : ".coordinates"),
                    new Text(system ? "未知坐标系:{0}。可用 WGS84、GCJ02、BD09、EPSG:n。" : "无法换算:{0}。", "{0}")
                            .with(system ? crsName : String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }
}
