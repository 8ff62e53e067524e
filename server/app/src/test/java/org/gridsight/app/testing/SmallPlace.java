package org.gridsight.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A real place of a few square kilometres, set up over the product's own doors as a township would: outline from a
 * file, squares as grids, a duty officer. For tests that need somewhere to report to, without the demo.
 */
public final class SmallPlace {

    public static final String CODE = "990001101";
    public static final String DUTY = "duty-officer";
    public static final String PASSWORD = "a-Long-Enough-Word-5";

    private static final double WEST = 117.88;
    private static final double SOUTH = 35.78;
    private static final double SIDE = 0.04;

    private SmallPlace() {}

    /** Sets the place up as its first administrator and returns the duty officer, signed in. */
    public static Client setUp(RunningProduct product, Path folder) {
        Client administrator = product.client().signIn("sysadmin", RunningProduct.ADMIN_PASSWORD);
        administrator
                .upload("/api/place", outline(folder), Map.of("code", CODE, "name", "试验镇", "crs", "EPSG:4490"))
                .expectSuccess();
        administrator
                .post("/api/grids/generation", Map.of("method", "squares", "sizeMetres", 1_000))
                .expectSuccess();
        Map<String, Object> duty = new LinkedHashMap<>();
        duty.put("username", DUTY);
        duty.put("displayName", "值班员");
        duty.put("password", PASSWORD);
        duty.put("roles", List.of("DISPATCHER"));
        duty.put("scope", CODE);
        administrator.post("/api/users", duty).expect(201);
        return product.client().signIn(DUTY, PASSWORD);
    }

    /** A report somewhere inside; {@code share} in 0..1 says where. */
    public static Map<String, Object> report(String title, double share, Instant occurredAt) {
        double lng = WEST + SIDE * (0.05 + 0.9 * share);
        double lat = SOUTH + SIDE * (0.05 + 0.9 * (share * 7 % 1));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("kind", "HAZARD");
        report.put("title", title);
        report.put("description", "现场描述 " + title);
        report.put("location", Map.of("type", "Point", "coordinates", List.of(lng, lat)));
        report.put("occurredAt", occurredAt.toString());
        report.put("source", "HOTLINE_12345");
        return report;
    }

    private static Path outline(Path folder) {
        double east = WEST + SIDE;
        double north = SOUTH + SIDE;
        String ring = "[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]"
                .formatted(WEST, SOUTH, east, SOUTH, east, north, WEST, north, WEST, SOUTH);
        String feature =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"试验镇\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}]}";
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("outline.geojson"), feature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers and ids of all incidents, over every page of the list. */
    public static Map<String, JsonNode> allIncidents(Client client) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        String cursor = "";
        do {
            JsonNode page =
                    client.get("/api/incidents?limit=500" + cursor).expect(200).json();
            page.path("items").forEach(item -> all.put(item.path("id").asString(), item));
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }
}
