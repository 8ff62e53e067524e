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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.forecast.BackTest;
import org.gridsight.spatial.hotspot.forecast.BackTestResult;
import org.gridsight.spatial.hotspot.forecast.ExpectedLoad;
import org.gridsight.spatial.hotspot.forecast.ForecastChoice;
import org.gridsight.spatial.hotspot.forecast.LoadForecast;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.gridsight.spatial.hotspot.scan.Days;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Pooled PAI of our forecast beside plain counts of the whole past, on real cases, rolling origin: Portland by category
 * (learns from 26 days at first, then five weeks) and Memphis (learns half a year, then
 * fortnights; without a boundary, so the hull of what was learnt first). The first category is also forecast alone,
 * without the others to borrow from. Worse results are printed like better ones.
 */
final class Forecasts {

    private static final long SEED = 20_260_101;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final double share;
    private final int cellMetres;
    private final ExecutorService pool;
    private final int threads;

    private Forecasts(double share, int cellMetres, ExecutorService pool, int threads) {
        this.share = share;
        this.cellMetres = cellMetres;
        this.pool = pool;
        this.threads = threads;
    }

    /** What is tried: cases, all kinds to borrow from, when. */
    private record Task(String name, DatedPoints cases, DatedPoints allKinds, BackTest.Origins origins) {}

    public static void main(String[] texts) throws IOException {
        Arguments arguments = new Arguments(texts);
        Path data = Path.of(arguments.text("data", "../shared/data/points"));
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (String cell : arguments.text("cells", "150,200,250").split(",", -1)) {
                Forecasts forecasts = new Forecasts(
                        Double.parseDouble(arguments.text("share", "0.01")), Integer.parseInt(cell), pool, threads);
                forecasts.portland(data);
                forecasts.memphis(data);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void portland(Path data) throws IOException {
        CaseFile rows = CaseFile.read(data.resolve("portland_nij_cfs_2016_aug_sep.csv.gz"));
        SquareCells area =
                SquareCells.inside(boundary(CaseFile.read(data.resolve("portland_boundary_m.csv"))), cellMetres);
        DatedPoints all = rows.cases(1, 5);
        int first = (int) LocalDate.of(2016, 8, 27).toEpochDay();
        BackTest.Origins origins =
                BackTest.Origins.within(new Days(first, all.period().to()), 7);
        for (String kind : List.of("STREET CRIMES", "MOTOR VEHICLE THEFT", "BURGLARY", "OTHER")) {
            DatedPoints own = rows.where(2, kind).cases(1, 5);
            print(area, new Task("Portland " + kind.toLowerCase(Locale.ROOT), own, all, origins));
            print(area, new Task("Portland " + kind.toLowerCase(Locale.ROOT) + " alone", own, own, origins));
        }
        print(area, new Task("Portland all", all, all, origins));
    }

    private void memphis(Path data) throws IOException {
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
        print(area, new Task("Memphis robberies", all, all, origins));
    }

    private void print(SquareCells area, Task task) {
        Run run = Run.on(pool, threads, share -> {});
        long start = System.nanoTime();
        ExpectedLoad load = task.cases() == task.allKinds()
                ? new ExpectedLoad(area, task.cases())
                : new ExpectedLoad(area, task.cases(), task.allKinds());
        LoadForecast ours = new LoadForecast(load, share, SEED);
        Map<String, Integer> choices = new TreeMap<>();
        BackTestResult result = new BackTest(area, task.cases(), task.origins())
                .result(
                        (from, days, inner) -> {
                            ForecastChoice choice = ours.choice(from, days, inner);
                            choices.merge(words(choice), 1, Integer::sum);
                            return ours.expected(choice, from, days);
                        },
                        share,
                        SEED,
                        run);
        double seconds = (System.nanoTime() - start) / 1e9;
        String figures = String.format(
                Locale.ROOT,
                "PAI %.2f, plain %.2f, difference %+.2f (%+.2f to %+.2f); PEI %.2f, plain %.2f; n %d; %s; %.1f s",
                result.ours().pai(),
                result.plain().pai(),
                result.gain().value(),
                result.gain().low(),
                result.gain().high(),
                result.ours().pei(),
                result.plain().pei(),
                result.ours().cases(),
                choices,
                seconds);
        Row.print(
                Forecasts.class,
                task.name() + ", " + cellMetres + " m cells, " + share * 100 + " % of area",
                figures,
                "not worse");
    }

    private static String words(ForecastChoice choice) {
        return switch (choice.method()) {
            case PLAIN_COUNTS -> "plain counts (" + choice.reason().name().toLowerCase(Locale.ROOT) + ")";
            case LOAD -> choice.recipe().toString().replace("LoadRecipe", "");
            case SELF_EXCITING ->
                "self-exciting on " + choice.recipe().toString().replace("LoadRecipe", "");
        };
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
                            polygon.values().stream().map(Forecasts::ring).toArray(LinearRing[]::new);
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
