package org.gridsight.app.hotspots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The square town with half a year of hazards all over it, and fourteen of the last twelve days at one spot in village
 * 201: what every method may find, sent in as a file.
 */
final class HazardTown {

    static final int ORDINARY = 240;
    static final int DAYS = 200;
    static final int PLANTED = 14;
    static final double HOT_LNG = Town.WEST + 0.008;
    static final double HOT_LAT = Town.SOUTH + 0.008;

    private static final String MAPPING =
            "{\"lon\":\"lon\",\"lat\":\"lat\",\"occurredAt\":\"at\",\"kind\":\"=HAZARD\",\"title\":\"title\"}";

    private HazardTown() {}

    static void empty(JdbcClient jdbc) {
        for (String table : new String[] {"assignment", "step", "report", "incident"}) {
            jdbc.sql("delete from incidents." + table).update();
        }
        jdbc.sql("delete from hotspots.day_map").update();
        jdbc.sql("delete from hotspots.backtest").update();
        Town.clear(jdbc);
    }

    static void fill(PlaceSetUp setUp, Client gis, Path folder, LocalDate today) {
        Town.fill(setUp);
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder rows = new StringBuilder("lon,lat,at,title\n");
        for (int i = 0; i < ORDINARY; i++) {
            double lng = Town.WEST + Town.SIDE * (0.02 + 0.96 * random.nextDouble());
            double lat = Town.SOUTH + Town.SIDE * (0.02 + 0.96 * random.nextDouble());
            row(rows, lng, lat, today.minusDays(1 + random.nextInt(DAYS)), "平常" + i);
        }
        for (int i = 0; i < PLANTED; i++) {
            double lng = HOT_LNG + 0.0009 * (i % 4);
            double lat = HOT_LAT + 0.0009 * (i / 4);
            row(rows, lng, lat, today.minusDays(1 + i % 12), "集中" + i);
        }
        try {
            Path file = Files.writeString(folder.resolve("hazards.csv"), rows);
            gis.upload("/api/incidents/import", file, Map.of("mapping", MAPPING))
                    .expect(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(StringBuilder rows, double lng, double lat, LocalDate day, String title) {
        rows.append("%.6f,%.6f,%sT04:00:00+08:00,%s%n".formatted(lng, lat, day, title));
    }
}
