package org.gridsight.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.forecast.BackTest;
import org.gridsight.spatial.hotspot.forecast.ExpectedLoad;
import org.gridsight.spatial.hotspot.forecast.LoadForecast;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.gridsight.spatial.hotspot.scan.Days;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Real cases to forecast, rolling origin: Portland by category (learns from 26 days at first, then five weeks) and
 * Memphis (learns half a year, then fortnights; without a boundary, so the hull of what was learnt first).
 *
 * @param allKinds to borrow from; the cases themselves when there is nothing to borrow
 */
record ForecastTask(
        String city, String kind, SquareCells area, DatedPoints cases, DatedPoints allKinds, BackTest.Origins origins) {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    static List<ForecastTask> all(Path data, int cellMetres) throws IOException {
        List<ForecastTask> tasks = new ArrayList<>(portland(data, cellMetres));
        tasks.add(memphis(data, cellMetres));
        return tasks;
    }

    private static List<ForecastTask> portland(Path data, int cellMetres) throws IOException {
        CaseFile rows = CaseFile.read(data.resolve("portland_nij_cfs_2016_aug_sep.csv.gz"));
        SquareCells area =
                SquareCells.inside(boundary(CaseFile.read(data.resolve("portland_boundary_m.csv"))), cellMetres);
        DatedPoints all = rows.cases(1, 5);
        int first = (int) LocalDate.of(2016, 8, 27).toEpochDay();
        BackTest.Origins origins =
                BackTest.Origins.within(new Days(first, all.period().to()), 7);
        List<ForecastTask> tasks = new ArrayList<>();
        for (String kind : List.of("STREET CRIMES", "MOTOR VEHICLE THEFT", "BURGLARY", "OTHER")) {
            DatedPoints own = rows.where(2, kind).cases(1, 5);
            tasks.add(new ForecastTask("Portland", kind.toLowerCase(Locale.ROOT), area, own, all, origins));
        }
        tasks.add(new ForecastTask("Portland", "all", area, all, all, origins));
        return tasks;
    }

    private static ForecastTask memphis(Path data, int cellMetres) throws IOException {
        DatedPoints all =
                CaseFile.read(data.resolve("memphis_robberies_2019.csv.gz")).cases(3, 6);
        int first = (int) LocalDate.of(2019, 7, 1).toEpochDay();
        Coordinate[] learnt = IntStream.range(0, all.size())
                .filter(i -> all.day(i) < first)
                .mapToObj(i -> new Coordinate(all.places().x(i), all.places().y(i)))
                .toArray(Coordinate[]::new);
        SquareCells area =
                SquareCells.inside(GEOMETRY.createMultiPointFromCoords(learnt).convexHull(), cellMetres);
        BackTest.Origins origins =
                BackTest.Origins.within(new Days(first, all.period().to()), 14);
        return new ForecastTask("Memphis", "robberies", area, all, all, origins);
    }

    /** The same without other kinds to borrow from. */
    ForecastTask alone() {
        return new ForecastTask(city, kind + " alone", area, cases, cases, origins);
    }

    boolean borrows() {
        return cases != allKinds;
    }

    String name() {
        return city + " " + kind;
    }

    LoadForecast forecast(double share, long seed) {
        ExpectedLoad load = borrows() ? new ExpectedLoad(area, cases, allKinds) : new ExpectedLoad(area, cases);
        return new LoadForecast(load, share, seed);
    }

    BackTest backTest() {
        return new BackTest(area, cases, origins);
    }

    /** Polygons of a ring file: ring 1 of a polygon is its shell, the others are holes. */
    private static Geometry boundary(CaseFile file) {
        Map<Integer, Map<Integer, List<Coordinate>>> rings = new TreeMap<>();
        for (String[] row : file.rows()) {
            rings.computeIfAbsent(Integer.parseInt(row[3]), polygon -> new TreeMap<>())
                    .computeIfAbsent(Integer.parseInt(row[2]), ring -> new ArrayList<>())
                    .add(new Coordinate(Double.parseDouble(row[0]), Double.parseDouble(row[1])));
        }
        Polygon[] polygons = rings.values().stream()
                .map(polygon -> {
                    LinearRing[] parts =
                            polygon.values().stream().map(ForecastTask::ring).toArray(LinearRing[]::new);
                    return GEOMETRY.createPolygon(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
                })
                .toArray(Polygon[]::new);
        return GEOMETRY.createMultiPolygon(polygons);
    }

    private static LinearRing ring(List<Coordinate> corners) {
        if (!corners.get(0).equals2D(corners.get(corners.size() - 1))) {
            corners.add(corners.get(0).copy());
        }
        return GEOMETRY.createLinearRing(corners.toArray(Coordinate[]::new));
    }
}
