package org.gridsight.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/**
 * A township with very many incidents: fills the running product over the door for files, asks for each study once, and
 * calls the longest one off. Seconds until the answer, the highest memory of the process so far, and the time from
 * calling off to CANCELLED. Not part of the usual run: filling a million takes minutes.
 */
final class HotspotLoad {

    private static final int FILE_ROWS = 200_000;
    private static final int DAYS = 1_400;
    private static final long POLL_NANOS = 50_000_000;
    private static final long GIVE_UP_NANOS = 600_000_000_000L;
    private static final String STUDIES = "/api/hotspots/analyses";
    private static final List<String> METHODS =
            List.of("dbscan", "hdbscan", "stdbscan", "gistar", "gistar H3", "emerging", "kde", "scan", "knox");

    private final Product leader;
    private final String on;
    private final long process;

    private HotspotLoad(Product leader, String on, long process) {
        this.leader = leader;
        this.on = on;
        this.process = process;
    }

    public static void main(String[] arguments) throws IOException {
        Arguments given = new Arguments(arguments);
        String url = given.required("url");
        String password = given.required("password");
        fill(Product.as("gis", password, url), given.number("rows", 1_000_000));
        HotspotLoad load =
                new HotspotLoad(Product.as("leader", password, url), given.text("on", ""), given.number("pid", 0));
        for (String method : METHODS) {
            load.study(method);
        }
        load.map(LocalDate.now().minusDays(40));
        load.callOff();
    }

    private static void fill(Product gis, int rows) {
        Reports reports = Reports.inside(gis, 7);
        Random random = new Random(7);
        LocalDate today = LocalDate.now();
        for (int done = 0; done < rows; done += FILE_ROWS) {
            StringBuilder text = new StringBuilder("id,lon,lat,at,kind,title\n");
            for (int row = done; row < Math.min(rows, done + FILE_ROWS); row++) {
                Coordinate place = reports.place();
                text.append(row).append(',').append(place.x).append(',').append(place.y);
                LocalDate day = today.minusDays(1 + random.nextInt(DAYS));
                text.append(',').append(day).append(String.format(Locale.ROOT, "T%02d:15:00+08:00,", row % 24));
                text.append(reports.kind()).append(",row ").append(row).append('\n');
            }
            JsonNode result = ImportLoad.upload(gis, text.toString().getBytes(StandardCharsets.UTF_8));
            System.err.println(done + FILE_ROWS + " rows, accepted " + result.path("accepted"));
        }
    }

    private void study(String name) throws IOException {
        long start = System.nanoTime();
        JsonNode answer = begin(name, Map.of());
        String path = STUDIES + "/" + answer.path("id").asString();
        double heard = 0;
        while (answer.path("status").asString().equals("RUNNING") && System.nanoTime() - start < GIVE_UP_NANOS) {
            LockSupport.parkNanos(POLL_NANOS);
            answer = leader.get(path);
            heard = Math.max(heard, answer.path("progress").asDouble());
        }
        String status = answer.path("status").asString();
        print(
                name,
                String.format(
                        Locale.ROOT,
                        "%s after %.1f s, %,d cases, %d places, progress told up to %.2f",
                        status,
                        (System.nanoTime() - start) / 1e9,
                        answer.path("cases").asInt(),
                        answer.path("features").size(),
                        heard));
        if (status.equals("RUNNING")) {
            callOff(path);
        }
    }

    private JsonNode begin(String name, Map<String, Object> more) {
        String[] words = name.split(" ");
        Map<String, Object> parameters = words.length > 1 ? Map.of("cells", words[1]) : more;
        String body = Product.JSON.writeValueAsString(Map.of("method", words[0], "parameters", parameters));
        HttpResponse<String> answer = leader.send(leader.request(STUDIES)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(name + ": " + answer.statusCode() + " " + answer.body());
        }
        return Product.JSON.readTree(answer.body());
    }

    private void map(LocalDate day) throws IOException {
        long start = System.nanoTime();
        HttpResponse<String> answer;
        do {
            answer = leader.send(leader.request("/api/hotspots?at=" + day).GET().build());
        } while (answer.statusCode() == 202 && System.nanoTime() - start < GIVE_UP_NANOS);
        print(
                "the map of a day",
                String.format(Locale.ROOT, "%d after %.1f s", answer.statusCode(), (System.nanoTime() - start) / 1e9));
    }

    private void callOff() throws IOException {
        for (int seconds : new int[] {1, 4, 8, 16}) {
            JsonNode answer = begin("scan", Map.of("replicas", 9_999));
            LockSupport.parkNanos(seconds * 1_000_000_000L);
            callOff(STUDIES + "/" + answer.path("id").asString());
        }
    }

    private void callOff(String path) throws IOException {
        double progress = leader.get(path).path("progress").asDouble();
        long start = System.nanoTime();
        leader.send(leader.request(path).DELETE().build());
        while (leader.get(path).path("status").asString().equals("RUNNING")
                && System.nanoTime() - start < GIVE_UP_NANOS) {
            LockSupport.parkNanos(1_000_000);
        }
        print(
                String.format(Locale.ROOT, "called off at %.2f", progress),
                String.format(
                        Locale.ROOT,
                        "%s after %.3f s",
                        leader.get(path).path("status").asString(),
                        (System.nanoTime() - start) / 1e9));
    }

    private void print(String what, String result) throws IOException {
        String memory = process == 0
                ? ""
                : Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> "; memory so far " + Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                        .findFirst()
                        .orElse("");
        Row.print(HotspotLoad.class, on + " " + what, result + memory, "-");
    }
}
