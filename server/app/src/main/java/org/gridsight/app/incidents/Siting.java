package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.GridAt;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.grids.LocationCheck;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.crs.CrsRefused;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Turns the place of a report into one of ours: any known coordinate system to CGCS2000 degrees, the grid of the time, and
 * what is odd about it. A report without a point but with a grid gets a point inside that grid, flagged.
 */
@Component
public class Siting {

    private static final String GRID_ONLY = "GRID_ONLY";
    private static final Text NO_GRIDS = new Text("还没有网格,请先完成地区设置。", "there are no grids yet; set the place up first");
    private static final Text NEEDED = new Text("请给出 location 或 gridCode。", "location or gridCode is required");
    private static final Text SHAPE = new Text(
            "须为 {\"type\":\"Point\",\"coordinates\":[经度,纬度]}。",
            "must be {\"type\":\"Point\",\"coordinates\":[longitude, latitude]}");

    private final Grids grids;

    Siting(Grids grids) {
        this.grids = grids;
    }

    /** Empty exactly when it added a fault. */
    Optional<NewIncident.Where> locate(ReportRequest request, Instant when, Faults faults) {
        if (!grids.isSetUp()) {
            faults.add("location", NO_GRIDS);
            return Optional.empty();
        }
        JsonNode location = request.location();
        if (location == null || location.isNull()) {
            return inGrid(Optional.ofNullable(request.gridCode()), when, faults);
        }
        return locate(location, when, faults);
    }

    /** A GeoJSON point as a place of ours; empty exactly when it added a fault. */
    public Optional<NewIncident.Where> locate(JsonNode location, Instant when, Faults faults) {
        Optional<Coordinate> given = coordinate(location, faults);
        Optional<Crs> crs = crs(location.path("crs"), faults);
        if (given.isEmpty() || crs.isEmpty()) {
            return Optional.empty();
        }
        try {
            return site(given.get(), crs.get(), when, faults);
        } catch (CrsRefused refused) {
            faults.add("location.coordinates", sameIn(refused));
            return Optional.empty();
        }
    }

    /** A given coordinate as a place of ours; empty exactly when it added a fault. */
    public Optional<NewIncident.Where> site(Coordinate given, Crs crs, Instant when, Faults faults) {
        // swapped degrees lie off the Earth: the check names them better than the conversion
        boolean swapped = crs.isDegrees() && Math.abs(given.y) > 90 && Math.abs(given.x) <= 90;
        Coordinate degrees = swapped ? given : crs.toCgcs2000(given);
        LocationCheck verdict = grids.check(degrees, when);
        verdict.reportTo(faults, "location.coordinates");
        NewIncident.Given source =
                new NewIncident.Given(given.x, given.y, crs.name(), crs.method(), crs.accuracyMetres());
        return verdict.grid().map(grid -> {
            Set<String> flags = new TreeSet<>();
            verdict.flags().forEach(flag -> flags.add(flag.name()));
            return new NewIncident.Where(
                    new LngLat(degrees.x, degrees.y),
                    grid.code(),
                    grid.name(),
                    grid.villageCode(),
                    grid.villageName(),
                    source,
                    flags);
        });
    }

    private Optional<NewIncident.Where> inGrid(Optional<String> code, Instant when, Faults faults) {
        if (code.filter(text -> !text.isBlank()).isEmpty()) {
            faults.add("location", NEEDED);
            return Optional.empty();
        }
        Optional<Grid> grid = grids.find(code.get());
        if (grid.isEmpty()) {
            faults.add("gridCode", new Text("没有网格 {0}。", "there is no grid {0}").with(code.get()));
            return Optional.empty();
        }
        Point inside = grid.get().shape().getInteriorPoint();
        LngLat place = new LngLat(inside.getX(), inside.getY());
        // the grid may have another version at that time
        GridAt then = grids.at(place, when)
                .filter(at -> at.code().equals(code.get()))
                .orElseGet(() -> new GridAt(
                        grid.get().code(),
                        grid.get().name(),
                        grid.get().villageCode(),
                        grid.get().villageName(),
                        Set.of()));
        return Optional.of(new NewIncident.Where(
                place, then.code(), then.name(), then.villageCode(), then.villageName(), null, Set.of(GRID_ONLY)));
    }

    private static Optional<Coordinate> coordinate(JsonNode location, Faults faults) {
        JsonNode pair = location.path("coordinates");
        boolean point = location.path("type").isMissingNode()
                || "Point".equals(location.path("type").asString(""));
        if (!point || !pair.isArray() || pair.size() < 2 || pair.size() > 3) {
            faults.add("location", SHAPE);
            return Optional.empty();
        }
        if (!pair.get(0).isNumber() || !pair.get(1).isNumber()) {
            faults.add("location.coordinates", SHAPE);
            return Optional.empty();
        }
        return Optional.of(new Coordinate(pair.get(0).doubleValue(), pair.get(1).doubleValue()));
    }

    private static Optional<Crs> crs(JsonNode name, Faults faults) {
        if (name.isMissingNode() || name.isNull()) {
            return Optional.of(Crs.of("WGS84"));
        }
        try {
            return Optional.of(Crs.of(name.asString("")));
        } catch (CrsRefused refused) {
            faults.add("location.crs", sameIn(refused));
            return Optional.empty();
        }
    }

    private static Text sameIn(CrsRefused refused) {
        String why = refused.getMessage();
        return new Text("坐标无法换算:" + why, String.valueOf(why));
    }
}
