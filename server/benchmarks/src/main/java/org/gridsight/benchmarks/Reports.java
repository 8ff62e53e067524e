package org.gridsight.benchmarks;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Invented reports inside the grids of the running place; same seed, same places. Used by one thread at a time. */
final class Reports {

    private static final List<String> KINDS = List.of("HAZARD", "SANITATION", "HELP", "FACILITY", "TRAFFIC");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<Geometry> grids;
    private final Random random;
    private int number;

    private Reports(List<Geometry> grids, long seed) {
        this.grids = grids;
        random = new Random(seed);
    }

    static Reports inside(Product product, long seed) {
        List<Geometry> grids = new ArrayList<>();
        for (JsonNode feature : product.get("/api/grids").path("features")) {
            JsonNode geometry = feature.path("geometry");
            JsonNode rings = geometry.path("type").asString("").equals("MultiPolygon")
                    ? geometry.path("coordinates").path(0)
                    : geometry.path("coordinates");
            grids.add(polygon(rings.path(0)));
        }
        if (grids.isEmpty()) {
            throw new IllegalStateException("the place has no grids");
        }
        return new Reports(grids, seed);
    }

    private static Polygon polygon(JsonNode ring) {
        List<Coordinate> corners = new ArrayList<>();
        for (JsonNode position : ring) {
            corners.add(
                    new Coordinate(position.path(0).asDouble(), position.path(1).asDouble()));
        }
        return FACTORY.createPolygon(corners.toArray(Coordinate[]::new));
    }

    /** A place inside some grid. */
    Coordinate place() {
        Geometry grid = grids.get(random.nextInt(grids.size()));
        Envelope box = grid.getEnvelopeInternal();
        while (true) {
            Coordinate place = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (grid.contains(FACTORY.createPoint(place))) {
                return place;
            }
        }
    }

    String kind() {
        return KINDS.get(random.nextInt(KINDS.size()));
    }

    /** The next report as a request; its title carries a running number. */
    HttpRequest next(Product product) {
        Coordinate place = place();
        number++;
        Map<String, Object> body = Map.of(
                "kind",
                kind(),
                "title",
                "benchmark " + number,
                "description",
                "Reported by the load harness, number " + number + ", to see how fast it is taken.",
                "location",
                Map.of("type", "Point", "coordinates", List.of(place.x, place.y)),
                "occurredAt",
                Instant.now().minusSeconds(60).toString(),
                "source",
                "GRID_PATROL");
        return product.request("/api/incidents")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(Product.JSON.writeValueAsString(body)))
                .build();
    }
}
