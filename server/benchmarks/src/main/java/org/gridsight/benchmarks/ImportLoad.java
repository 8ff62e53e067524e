package org.gridsight.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** Imports a CSV of incidents and counts rows per second, from the first byte sent until the answer with the counts. */
final class ImportLoad {

    private static final String MAPPING = """
            {"lon":"lon","lat":"lat","crs":"EPSG:4490","occurredAt":"at","kind":"kind","title":"title"}""";
    private static final long POLL_NANOS = 100_000_000;

    private ImportLoad() {}

    public static void main(String[] arguments) throws IOException {
        Arguments given = new Arguments(arguments);
        Product gis = Product.as(given.text("user", "gis"), given.required("password"), given.required("url"));
        int rows = given.number("rows", 50_000);
        byte[] csv = csv(Reports.inside(gis, 2), rows);
        long start = System.nanoTime();
        JsonNode result = upload(gis, csv);
        double seconds = (System.nanoTime() - start) / 1e9;
        int accepted = result.path("accepted").asInt(-1);
        Row.print(
                ImportLoad.class,
                given.text("on", ""),
                String.format(
                        Locale.ROOT,
                        "%,d of %,d rows in %.1f s: %,.0f rows/s",
                        accepted,
                        rows,
                        seconds,
                        accepted / seconds),
                given.text("mark", ""));
    }

    private static byte[] csv(Reports reports, int rows) {
        StringBuilder text = new StringBuilder("id,lon,lat,at,kind,title\n");
        for (int row = 1; row <= rows; row++) {
            Coordinate place = reports.place();
            text.append(row).append(',').append(place.x).append(',').append(place.y);
            int day = 1 + row % 28;
            int hour = row % 24;
            text.append(String.format(Locale.ROOT, ",2025-%02d-%02dT%02d:15:00+08:00,", 1 + row % 12, day, hour));
            text.append(reports.kind()).append(",imported row ").append(row).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Waits for the end of the import. */
    static JsonNode upload(Product gis, byte[] csv) {
        String boundary = "gridsight-" + UUID.randomUUID();
        String before = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"mapping\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + MAPPING + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"load.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        HttpResponse<String> answer = gis.send(gis.request("/api/incidents/import")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(before),
                        BodyPublishers.ofByteArray(csv),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("import refused: " + answer.statusCode() + " " + answer.body());
        }
        // a long import may answer 202 and where to look
        while (answer.statusCode() == 202) {
            LockSupport.parkNanos(POLL_NANOS);
            String progress = answer.headers().firstValue("Location").orElseThrow();
            answer = gis.send(gis.request(progress).GET().build());
        }
        return Product.JSON.readTree(answer.body());
    }
}
