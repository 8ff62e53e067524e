package org.gridsight.app.hotspots;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.app.testing.Town;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Gi* on the hexagons of the square town by its formula, cell against cell, from the rows of the database. */
final class HexagonTwin {

    private static final GeometryFactory AREAS = new GeometryFactory();

    private final H3Core h3;
    private final int resolution;
    private final List<Point> cases = new ArrayList<>();
    private final Map<Long, Integer> counts = new HashMap<>();

    private HexagonTwin(int resolution) {
        this.resolution = resolution;
        try {
            this.h3 = H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HexagonTwin of(JdbcClient jdbc, int resolution) {
        HexagonTwin twin = new HexagonTwin(resolution);
        double east = Town.WEST + Town.SIDE;
        double north = Town.SOUTH + Town.SIDE;
        long middle = twin.h3.latLngToCell((Town.SOUTH + north) / 2, (Town.WEST + east) / 2, resolution);
        for (long cell : twin.h3.gridDisk(middle, 40)) {
            LatLng centre = twin.h3.cellToLatLng(cell);
            if (centre.lng > Town.WEST && centre.lng < east && centre.lat > Town.SOUTH && centre.lat < north) {
                twin.counts.put(cell, 0);
            }
        }
        jdbc.sql("select st_x(location) as lng, st_y(location) as lat from incidents.incident")
                .query((row, number) -> AREAS.createPoint(new Coordinate(row.getDouble("lng"), row.getDouble("lat"))))
                .list()
                .forEach(twin::add);
        return twin;
    }

    private void add(Point place) {
        cases.add(place);
        counts.computeIfPresent(h3.latLngToCell(place.getY(), place.getX(), resolution), (cell, count) -> count + 1);
    }

    int cells() {
        return counts.size();
    }

    /** The smallest two-sided p-value of all cells with those that touch them. */
    double lowestP() {
        double n = counts.size();
        double mean = counts.values().stream().mapToInt(count -> count).sum() / n;
        double spread = Math.sqrt(counts.values().stream()
                                .mapToDouble(count -> (double) count * count)
                                .sum()
                        / n
                - mean * mean);
        double highest = 0;
        for (long cell : counts.keySet()) {
            double sum = 0;
            double near = 0;
            for (long other : counts.keySet()) {
                if (other == cell || h3.areNeighborCells(cell, other)) {
                    sum += counts.getOrDefault(other, 0);
                    near++;
                }
            }
            double z = (sum - mean * near) / (spread * Math.sqrt((n * near - near * near) / (n - 1)));
            highest = Math.max(highest, Math.abs(z));
        }
        return 2 * tail(highest);
    }

    /** Of the normal distribution, by Simpson's rule. */
    private static double tail(double z) {
        int steps = 20_000;
        double width = 12.0 / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = z + i * width;
            int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        }
        return sum * width / 3;
    }

    /** How many cases lie in a shape. */
    int casesIn(JsonNode shape) {
        try {
            Geometry area = new GeoJsonReader(AREAS).read(shape.toString());
            return (int) cases.stream().filter(area::covers).count();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
