package org.gridsight.app.grids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.crs.Gcj02Point;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the usual mistakes in given places: no fix, swapped axes, another system passed off as degrees. GCJ-02 shifts by
 * about half a kilometre, so it shows only where the given place is odd and the place converted back is not.
 */
final class LocationJudge {

    private static final double NO_FIX_DEGREES = 1e-3;
    private static final double LONELY_METRES = 400;
    private static final double SETTLED_METRES = 150;
    private static final Text NO_FIX =
            new Text("坐标为 0,0(设备未定位)。未入库,请补充位置。", "0, 0: the device had no fix. Not stored; give a place.");
    private static final Text SWAPPED =
            new Text("经纬度颠倒。未入库,请按先经度后纬度填写。", "Latitude and longitude swapped. Not stored; longitude comes first.");
    private static final Text NO_DEGREES =
            new Text("不是经纬度:{0}。未入库,请确认坐标系。", "No longitude and latitude: {0}. Not stored; confirm the system.");
    private static final Text SHIFTED = new Text(
            "坐标距镇界 {0},像是 GCJ-02。未入库,请确认坐标系。", "{0} outside town: looks like GCJ-02. Not stored; confirm the system.");
    private static final Text FAR =
            new Text("坐标距镇界 {0},不在辖区内。未入库,请核对位置和坐标系。", "{0} outside town. Not stored; check the place and its system.");
    private static final Text NO_GRID = new Text(
            "坐标在镇界内,但 200 m 内没有网格。未入库,请补全网格。",
            "Inside the town, but no grid within 200 m. Not stored; complete the grids.");
    private static final Text DOUBT = new Text(
            "坐标距道路和自然村 {0},按 GCJ-02 换算后则在旁边,请确认坐标系。",
            "{0} from every road and village, beside one when read as GCJ-02; confirm the system.");

    private final GridMap map;
    private final Ground border;
    private final Ground settled;

    LocationJudge(GridMap map) {
        this.map = map;
        this.border = new Ground(map.place().outline().stream().toList());
        List<Geometry> inhabited = new ArrayList<>();
        Stream.of(BaseLayer.ROADS, BaseLayer.NATURAL_VILLAGES)
                .flatMap(layer -> map.layer(layer).stream())
                .forEach(feature -> inhabited.add(feature.shape()));
        this.settled = new Ground(inhabited);
    }

    LocationCheck judge(Coordinate given, Instant time) {
        if (Math.abs(given.x) < NO_FIX_DEGREES && Math.abs(given.y) < NO_FIX_DEGREES) {
            return LocationCheck.refused(Set.of(LocationFlag.ZERO), NO_FIX);
        }
        Optional<LngLat> where = degrees(given.x, given.y);
        Optional<GridAt> grid = where.flatMap(place -> map.at(place, time));
        if (where.isPresent() && grid.isPresent()) {
            return accept(grid.get(), where.get(), time);
        }
        if (degrees(given.y, given.x).flatMap(place -> map.at(place, time)).isPresent()) {
            return LocationCheck.refused(Set.of(LocationFlag.SWAPPED), SWAPPED);
        }
        return where.map(place -> outside(place, time))
                .orElseGet(() -> LocationCheck.refused(
                        Set.of(LocationFlag.OUTSIDE),
                        NO_DEGREES.with(String.format(Locale.ROOT, "%.6g, %.6g", given.x, given.y))));
    }

    private LocationCheck accept(GridAt grid, LngLat place, Instant time) {
        double lonely = settled.metresFrom(place);
        if (settled.isEmpty() || lonely <= LONELY_METRES) {
            return LocationCheck.accepted(grid, Optional.empty());
        }
        Optional<LngLat> meant = readAsGcj02(place)
                .filter(other -> settled.metresFrom(other) <= SETTLED_METRES)
                .filter(other -> map.at(other, time).isPresent());
        if (meant.isEmpty()) {
            return LocationCheck.accepted(grid, Optional.empty());
        }
        Set<LocationFlag> flags = EnumSet.of(LocationFlag.LOOKS_LIKE_GCJ02);
        flags.addAll(grid.flags());
        GridAt flagged = new GridAt(grid.code(), grid.name(), grid.villageCode(), grid.villageName(), flags);
        return LocationCheck.accepted(flagged, Optional.of(DOUBT.with(metres(lonely))));
    }

    private LocationCheck outside(LngLat place, Instant time) {
        String distance = metres(border.metresFrom(place));
        if (readAsGcj02(place).flatMap(other -> map.at(other, time)).isPresent()) {
            return LocationCheck.refused(
                    EnumSet.of(LocationFlag.OUTSIDE, LocationFlag.LOOKS_LIKE_GCJ02), SHIFTED.with(distance));
        }
        return LocationCheck.refused(Set.of(LocationFlag.OUTSIDE), isInside(place) ? NO_GRID : FAR.with(distance));
    }

    private boolean isInside(LngLat place) {
        return map.place()
                .outline()
                .filter(shape -> shape.covers(shape.getFactory().createPoint(new Coordinate(place.lng(), place.lat()))))
                .isPresent();
    }

    /** Where the place truly is if its numbers are GCJ-02; empty where that system shifts nothing. */
    private static Optional<LngLat> readAsGcj02(LngLat place) {
        Coordinate there = new Gcj02Point(place.lng(), place.lat()).toCgcs2000();
        return degrees(there.x, there.y).filter(other -> other.metresTo(place) > 1);
    }

    private static Optional<LngLat> degrees(double lng, double lat) {
        return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? Optional.of(new LngLat(lng, lat)) : Optional.empty();
    }

    private static String metres(double distance) {
        if (Double.isInfinite(distance)) {
            return "∞ m";
        }
        return distance < 1000 ? Math.round(distance) + " m" : String.format(Locale.ROOT, "%.1f km", distance / 1000);
    }
}
