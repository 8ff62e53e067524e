package org.gridsight.app.exchange;

import java.util.List;
import java.util.Optional;
import org.gridsight.app.grids.NewGrid;
import org.gridsight.app.grids.Place;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.crs.Gcj02Point;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Notices a map of grids in the wrong coordinate system: too little of it lies in the township, or clearly more of it
 * would when read as GCJ-02.
 */
final class ShiftWarning {

    private static final double ENOUGH = 0.9;

    /** Some 50 m: corners on the border itself count as inside. */
    private static final double BORDER_DEGREES = 0.0005;

    private ShiftWarning() {}

    static Optional<Text> of(Place place, List<NewGrid> grids) {
        if (place.outline().isEmpty() || grids.isEmpty()) {
            return Optional.empty();
        }
        List<Geometry> shapes = grids.stream().map(NewGrid::shape).toList();
        List<Coordinate> corners = shapes.stream()
                .flatMap(shape -> java.util.Arrays.stream(shape.getCoordinates()))
                .toList();
        PreparedGeometry town =
                PreparedGeometryFactory.prepare(place.outline().get().buffer(BORDER_DEGREES));
        double inside = share(town, corners);
        if (inside >= ENOUGH) {
            return Optional.empty();
        }
        List<Coordinate> meant = corners.stream()
                .map(corner -> new Gcj02Point(corner.x, corner.y).toCgcs2000())
                .toList();
        double shift = metres(corners.get(0), meant.get(0));
        if (share(town, meant) >= inside + 0.2 && shift > 1) {
            return Optional.of(new Text(
                            "网格像是偏移了约 {0} m(GCJ-02),请确认坐标系。",
                            "The grids look shifted by about {0} m (GCJ-02); confirm the system.")
                    .with(Math.round(shift)));
        }
        return inside >= 0.5
                ? Optional.empty()
                : Optional.of(new Text(
                                "只有 {0} % 的网格角点在镇界内,请确认坐标系。",
                                "Only {0} % of the corners lie inside the town; confirm the system.")
                        .with(Math.round(100 * inside)));
    }

    private static double share(PreparedGeometry town, List<Coordinate> corners) {
        long inside = corners.stream()
                .filter(corner ->
                        town.intersects(town.getGeometry().getFactory().createPoint(corner)))
                .count();
        return (double) inside / corners.size();
    }

    private static double metres(Coordinate a, Coordinate b) {
        return new LngLat(a.x, a.y).metresTo(new LngLat(b.x, b.y));
    }
}
