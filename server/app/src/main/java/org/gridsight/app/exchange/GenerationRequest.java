package org.gridsight.app.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** Body of {@code POST /api/grids/generation}, bound leniently and checked as a whole. */
record GenerationRequest(
        @Nullable String method,
        @Nullable Double sizeMetres,
        @Nullable JsonNode points,
        @Nullable Boolean dryRun,
        @Nullable String validFrom) {

    /** The ways to cut a place. */
    enum Method {
        SQUARES,
        HEXAGONS,
        CELLS
    }

    /** A point that gets a cell; degrees. */
    record Seed(Coordinate place, Optional<String> name) {}

    /** What is left when nothing is wrong. */
    record Wish(Method method, double sizeMetres, List<Seed> seeds) {}

    private static final double LEAST_METRES = 50;
    private static final double MOST_METRES = 50_000;
    private static final int MOST_POINTS = 20_000;
    private static final Text POINT =
            new Text("须为 [经度, 纬度] 或 [经度, 纬度, 名称]。", "must be [longitude, latitude] or [longitude, latitude, name]");

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    Wish check(Faults faults) {
        Optional<Method> way = faults.required("method", method)
                .flatMap(name -> faults.oneOf("method", name.toUpperCase(java.util.Locale.ROOT), Method.class));
        boolean cells = way.filter(Method.CELLS::equals).isPresent();
        boolean tiles = way.isPresent() && !cells;
        if (tiles) {
            faults.required("sizeMetres", sizeMetres);
        }
        // where the method is unknown, all that came is checked
        double size = cells || sizeMetres == null ? 0 : size(sizeMetres, faults);
        List<Seed> seeds = cells || (!tiles && points != null && !points.isNull()) ? seeds(faults) : List.of();
        return new Wish(way.orElse(Method.SQUARES), size, seeds);
    }

    private static double size(double metres, Faults faults) {
        if (!(metres >= LEAST_METRES && metres <= MOST_METRES)) {
            faults.add("sizeMetres", new Text("须为 50-50000 米。", "must be 50 to 50,000 m"));
        }
        return metres;
    }

    private List<Seed> seeds(Faults faults) {
        JsonNode given = points;
        if (given == null || !given.isArray() || given.size() < 2 || given.size() > MOST_POINTS) {
            faults.add("points", new Text("须为 2-20000 个点。", "must be 2 to 20,000 points"));
            return List.of();
        }
        List<Seed> seeds = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            JsonNode point = given.get(i);
            boolean good = point.isArray()
                    && point.path(0).isNumber()
                    && point.path(1).isNumber()
                    && Math.abs(point.path(0).doubleValue()) <= 180
                    && Math.abs(point.path(1).doubleValue()) <= 90;
            if (!good) {
                faults.add("points[" + i + "]", POINT);
                continue;
            }
            String name = point.path(2).asString("").strip();
            Coordinate place =
                    new Coordinate(point.path(0).doubleValue(), point.path(1).doubleValue());
            seeds.add(new Seed(place, name.isEmpty() ? Optional.empty() : Optional.of(name)));
        }
        return seeds;
    }
}
