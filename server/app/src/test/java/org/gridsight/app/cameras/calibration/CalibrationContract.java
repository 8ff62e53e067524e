package org.gridsight.app.cameras.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.KnownGround;
import org.gridsight.app.testing.Town;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What calibrations must do on every database, over HTTP. */
abstract class CalibrationContract {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlaceSetUp setUp;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Calibrations calibrations;

    private final KnownGround known = new KnownGround(new LngLat(117.91, 35.81), 30, 1920, 1080);
    private Client video = Client.at(java.net.URI.create("http://localhost"));
    private Client duty = Client.at(java.net.URI.create("http://localhost"));
    private String camera = "";
    private String path = "";

    @BeforeEach
    void town() {
        Town.clear(jdbc);
        Town.fill(setUp);
        video = Town.person(port, accounts, Role.VIDEO_MANAGER, Town.CODE);
        duty = Town.person(port, accounts, Role.DISPATCHER, Town.CODE);
        camera = enter("FIXED");
        path = "/api/cameras/" + camera + "/calibration";
    }

    private String enter(String kind) {
        Map<String, Object> body = Map.of(
                "name",
                "路口枪机",
                "kind",
                kind,
                "location",
                point(117.91, 35.81),
                "heading",
                30,
                "fieldOfView",
                60,
                "rangeMetres",
                80,
                "streamUrl",
                "rtsp://10.9.8.7:8554/ch1");
        return video.post("/api/cameras", body).expect(201).json().path("id").asString();
    }

    private static Map<String, Object> point(double lng, double lat) {
        return Map.of("type", "Point", "coordinates", List.of(lng, lat));
    }

    private static Map<String, Object> body(List<Map<String, Object>> pairs) {
        return new HashMap<>(Map.of("pictureWidth", 1920, "pictureHeight", 1080, "pairs", pairs));
    }

    private static Map<String, Object> body(List<Map<String, Object>> pairs, long version) {
        Map<String, Object> body = body(pairs);
        body.put("version", version);
        return body;
    }

    @Test
    void keepsPairsAndGivesPlacesOfTheKnownGround() {
        duty.get(path).expect(404);
        JsonNode kept = video.put(path, body(known.pairs(6))).expect(200).json();
        assertThat(kept.path("version").asLong()).isZero();
        assertThat(kept.path("pairs").size()).isEqualTo(6);
        assertThat(kept.path("residualMetres").path("max").asDouble()).isLessThan(1e-3);
        assertThat(kept.path("warnings").size()).isZero();
        assertThat(kept.path("stale").isNull()).isTrue();

        JsonNode read = duty.get(path).expect(200).json();
        assertThat(read.path("pairs")).isEqualTo(kept.path("pairs"));
        assertThat(read.path("pictureWidth").asInt()).isEqualTo(1920);
        assertThat(read.path("updatedAt").asString()).isNotBlank();
        JsonNode ring =
                read.path("ground").path("footprint").path("coordinates").get(0);
        assertThat(ring.size()).isGreaterThanOrEqualTo(4);

        for (Map<String, Object> spot : known.pairs(12)) {
            JsonNode found = locate(of(spot, "x"), of(spot, "y"));
            assertThat(found.path("outcome").asString()).isEqualTo("GROUND");
            JsonNode at = found.path("location").path("coordinates");
            assertThat(at.get(0).asDouble()).isCloseTo((double) of(spot, "lng"), within(1e-8));
            assertThat(at.get(1).asDouble()).isCloseTo((double) of(spot, "lat"), within(1e-8));
            assertThat(found.path("accuracyMetres").asDouble()).isBetween(0.01, 20.0);
            assertThat(found.path("gridCode").asString()).isEqualTo(Town.CODE + "201001");
        }
        JsonNode line =
                duty.get("/api/cameras/calibrations").json().path("items").get(0);
        assertThat(line.path("cameraId").asString()).isEqualTo(camera);
        assertThat(audited()).containsExactlyInAnyOrder("camera.calibrate");
    }

    /** The browser computes the same from the same answer: geo-picture-ground.test.js reads this corpus too. */
    @Test
    void answersAsTheCorpusSays() throws IOException {
        JsonNode corpus;
        try (InputStream in = getClass().getResourceAsStream("/org/gridsight/gisdata/corpus/calibration.json")) {
            corpus = JsonMapper.builder().build().readTree(in);
        }
        JsonNode expected = corpus.path("calibration");
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (JsonNode pair : expected.path("pairs")) {
            pairs.add(Map.of(
                    "x", pair.path("x").asDouble(),
                    "y", pair.path("y").asDouble(),
                    "lng", pair.path("lng").asDouble(),
                    "lat", pair.path("lat").asDouble()));
        }
        JsonNode ground = put(pairs).expect(200).json().path("ground");
        for (String matrix : List.of("origin", "pixelToGround", "groundToPixel", "spread")) {
            assertThat(numbers(ground.path(matrix)))
                    .as(matrix)
                    .containsExactly(numbers(expected.path("ground").path(matrix)), aMillionth());
        }
        for (JsonNode spot : corpus.path("spots")) {
            JsonNode found = locate(spot.path("x").asDouble(), spot.path("y").asDouble());
            assertThat(found.path("outcome")).isEqualTo(spot.path("outcome"));
            double lng = found.path("location").path("coordinates").path(0).asDouble(0);
            assertThat(lng).isCloseTo(spot.path("lng").asDouble(0), within(1e-8));
            double accuracy = found.path("accuracyMetres").asDouble(0);
            assertThat(accuracy).isCloseTo(spot.path("accuracyMetres").asDouble(0), within(1e-4));
        }
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asDouble();
        }
        return numbers;
    }

    private static Offset<Double> aMillionth() {
        return within(1e-6);
    }

    private JsonNode locate(Object x, Object y) {
        return duty.post(path + "/locate", Map.of("x", x, "y", y)).expect(200).json();
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit.record where subject = ? and action like '%calib%'")
                .param("camera/" + camera)
                .query(String.class)
                .list();
    }

    @Test
    void saysSkyAboveTheHorizonAndFarJustBelowIt() {
        video.put(path, body(known.pairs(8))).expect(200);
        JsonNode sky = locate(960, 2);
        assertThat(sky.path("outcome").asString()).isEqualTo("SKY");
        assertThat(sky.path("location").isNull()).isTrue();
        JsonNode far = locate(960, known.horizonRow() + 1);
        assertThat(far.path("outcome").asString()).isEqualTo("FAR");
        assertThat(far.path("location").isNull()).isTrue();
        assertThat(faulty(duty.post(path + "/locate", Map.of("x", -1)))).containsExactlyInAnyOrder("x", "y");
        assertThat(faulty(duty.post(path + "/locate", Map.of("x", 3, "y", 5000))))
                .containsExactly("y");
    }

    @Test
    void refusesPairsThatDetermineNothingAndNamesThem() {
        List<Map<String, Object>> four = known.pairs(4);
        assertThat(faulty(put(four.subList(0, 3)))).containsExactly("pairs");
        assertThat(faulty(put(List.of(four.get(0), four.get(0), four.get(0), four.get(0)))))
                .containsExactly("pairs[0]", "pairs[1]", "pairs[2]", "pairs[3]");
        assertThat(faulty(put(known.threeInALine()))).containsExactly("pairs[0]", "pairs[1]", "pairs[2]");
        assertThat(faulty(put(swapped(four, 0, 1)))).hasSize(2).allMatch(field -> field.startsWith("pairs["));
        Map<String, Object> outside = with(four.get(2), "x", 1921.0);
        Map<String, Object> bare = new HashMap<>(four.get(3));
        bare.remove("lat");
        assertThat(faulty(put(List.of(four.get(0), four.get(1), outside, bare))))
                .containsExactly("pairs[2]", "pairs[3]");
        Map<String, Object> far = with(four.get(1), "lat", 35.9);
        assertThat(faulty(put(List.of(four.get(0), far, four.get(2), four.get(3)))))
                .containsExactly("pairs[1]");
        Map<String, Object> exchanged = with(four.get(1), "lng", 35.81);
        exchanged.put("lat", 117.91);
        assertThat(faulty(put(List.of(four.get(0), exchanged, four.get(2), four.get(3)))))
                .containsExactly("pairs[1]");
        assertThat(faulty(video.put(path, Map.of("pairs", List.of()))))
                .containsExactlyInAnyOrder("pictureWidth", "pictureHeight");
        duty.get(path).expect(404);
    }

    private Client.Reply put(List<Map<String, Object>> pairs) {
        return video.put(path, body(pairs));
    }

    private static Object of(Map<String, Object> spot, String field) {
        return Objects.requireNonNull(spot.get(field), field);
    }

    private static List<Map<String, Object>> swapped(List<Map<String, Object>> pairs, int one, int other) {
        List<Map<String, Object>> all = new ArrayList<>(pairs);
        all.set(one, with(with(pairs.get(one), "x", of(pairs.get(other), "x")), "y", of(pairs.get(other), "y")));
        all.set(other, with(with(pairs.get(other), "x", of(pairs.get(one), "x")), "y", of(pairs.get(one), "y")));
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> pair, String field, Object value) {
        Map<String, Object> other = new HashMap<>(pair);
        other.put(field, value);
        return other;
    }

    @Test
    void takesAMirroredPictureOnlyWhenItIsSaid() {
        List<Map<String, Object>> mirrored = new ArrayList<>();
        for (Map<String, Object> pair : known.pairs(5)) {
            mirrored.add(with(pair, "x", 1920 - (double) of(pair, "x")));
        }
        assertThat(faulty(put(mirrored))).containsExactly("pairs");
        Map<String, Object> said = body(mirrored);
        said.put("mirrored", true);
        assertThat(video.put(path, said).expect(200).json().path("mirrored").asBoolean())
                .isTrue();
        Map<String, Object> wrong = body(known.pairs(5), 0);
        wrong.put("mirrored", true);
        assertThat(faulty(video.put(path, wrong))).containsExactly("mirrored");
    }

    @Test
    void warnsOfFourPairsAndOfTheOneThatIsWrong() {
        JsonNode four = attempt(known.pairs(4)).path("calibration");
        assertThat(codes(four)).containsExactly("FEW");
        List<Map<String, Object>> pairs = new ArrayList<>(known.pairs(8));
        pairs.set(5, with(pairs.get(5), "x", (double) of(pairs.get(5), "x") + 90));
        JsonNode eight = attempt(pairs).path("calibration");
        assertThat(codes(eight)).contains("OUTLIER");
        assertThat(eight.path("pairs").get(5).path("outlier").asBoolean()).isTrue();
        assertThat(eight.path("pairs").get(4).path("outlier").asBoolean()).isFalse();
        JsonNode none = attempt(known.pairs(3));
        assertThat(none.path("calibration").isNull()).isTrue();
        assertThat(none.path("faults").get(0).path("field").asString()).isEqualTo("pairs");
        duty.get(path).expect(404);
    }

    private JsonNode attempt(List<Map<String, Object>> pairs) {
        return video.post(path + "/trial", body(pairs)).expect(200).json();
    }

    private static List<String> codes(JsonNode calibration) {
        return calibration.path("warnings").findValuesAsString("code");
    }

    @Test
    void changesUnderTheVersionSomebodySawAndNeverBeginsAnew() {
        video.put(path, body(known.pairs(5))).expect(200);
        assertThat(faulty(put(known.pairs(6)))).containsExactly("version");
        assertThat(video.put(path, body(known.pairs(6), 0))
                        .expect(200)
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(1);
        JsonNode stale = video.put(path, body(known.pairs(7), 0)).expect(409).json();
        assertThat(stale.path("code").asString()).isEqualTo("calibration.stale-version");
        assertThat(stale.path("current").path("pairs").size()).isEqualTo(6);

        video.delete(path + "?version=0").expect(409);
        assertThat(faulty(video.delete(path))).containsExactly("version");
        video.delete(path + "?version=1").expect(204);
        duty.get(path).expect(404);
        assertThat(duty.get("/api/cameras/calibrations").json().path("items").size())
                .isZero();
        // who still holds the one that was withdrawn must not bring it back by chance
        video.put(path, body(known.pairs(6), 1)).expect(409);
        assertThat(put(known.pairs(6)).expect(200).json().path("version").asLong())
                .isEqualTo(3);
        assertThat(audited())
                .containsExactlyInAnyOrder(
                        "camera.calibrate", "camera.calibrate", "camera.uncalibrate", "camera.calibrate");
    }

    @Test
    void isStaleOnceTheCameraHasMovedUntilItIsSavedAgain() {
        video.put(path, body(known.pairs(6))).expect(200);
        video.patch("/api/cameras/" + camera, Map.of("version", 0, "name", "换名"))
                .expect(200);
        assertThat(staleness().isNull()).isTrue();
        video.patch("/api/cameras/" + camera, Map.of("version", 1, "heading", 90))
                .expect(200);
        assertThat(staleness().path("cause").asString()).isEqualTo("HEADING");
        video.patch("/api/cameras/" + camera, Map.of("version", 2, "location", point(117.911, 35.81)))
                .expect(200);
        assertThat(staleness().path("cause").asString()).isEqualTo("PLACE");
        assertThat(locate(900, 900).path("stale").asBoolean()).isTrue();
        assertThat(put(known.pairs(6), 0).path("stale").isNull()).isTrue();

        calibrations.pictureMoved(camera);
        calibrations.pictureMoved(camera);
        JsonNode moved = staleness();
        assertThat(moved.path("cause").asString()).isEqualTo("PICTURE_MOVED");
        assertThat(moved.path("since").asString()).isNotBlank();
        assertThat(put(known.pairs(6), 2).path("stale").isNull()).isTrue();
        assertThat(audited())
                .containsExactlyInAnyOrder(
                        "camera.calibrate", "camera.calibrate", "camera.calibration-stale", "camera.calibrate");
    }

    private JsonNode put(List<Map<String, Object>> pairs, long version) {
        return video.put(path, body(pairs, version)).expect(200).json();
    }

    private JsonNode staleness() {
        return duty.get(path).expect(200).json().path("stale");
    }

    @Test
    void refusesCamerasThatTurnAndPeopleOfOtherPlaces() {
        String turning = enter("PTZ");
        assertThat(video.put("/api/cameras/" + turning + "/calibration", body(known.pairs(6)))
                        .expect(409)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("calibration.turns");
        video.put(path, body(known.pairs(6))).expect(200);
        Client north = Town.person(port, accounts, Role.VIDEO_MANAGER, Town.CODE + "202");
        north.get(path).expect(404);
        north.put(path, body(known.pairs(6), 0)).expect(404);
        north.delete(path + "?version=0").expect(404);
        north.post(path + "/trial", body(known.pairs(6))).expect(404);
        north.post(path + "/locate", Map.of("x", 9, "y", 900)).expect(404);
        assertThat(north.get("/api/cameras/calibrations").json().path("items").size())
                .isZero();
        duty.put(path, body(known.pairs(6), 0)).expect(403);
    }

    private static List<String> faulty(Client.Reply reply) {
        return reply.expect(422).json().path("errors").findValuesAsString("field");
    }
}
