package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.testing.Client;
import org.gridsight.media.gb28181.Channel;
import org.gridsight.media.gb28181.DevicePoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is known of a camera's head, and when it cannot be aimed, on every database. */
abstract class TurningContract extends CameraTown {

    private static final String DEVICE = "34020000001180000009";
    private static final String CHANNEL = "34020000001320000009";
    /** A hundred metres east of the camera. */
    private static final Map<String, Object> EAST = Map.of("type", "Point", "coordinates", List.of(117.9111, 35.81));

    @Autowired
    private Catalogue catalogue;

    private void place() {
        Channel head = new Channel(
                CHANNEL,
                "东桥球机",
                DEVICE,
                "990001101",
                "maker",
                true,
                true,
                1,
                0,
                Optional.of(new DevicePoint(117.91, 35.81)));
        catalogue.take(DEVICE, List.of(head), true);
    }

    private static Map<String, Object> preset(int number, double bearing, double wide) {
        return Map.of("number", number, "name", "预置位" + number, "bearing", bearing, "fieldOfView", wide);
    }

    private String aim(String camera, Map<String, Object> location) {
        Client.Reply vain = duty.post(
                "/api/cameras/" + camera + "/ptz/aim", Map.of("ticket", ticket(duty, camera), "location", location));
        assertThat(vain.status()).isEqualTo(409);
        return vain.json().path("code").asString();
    }

    @Test
    void keepsWhichWayTheStoredDirectionsLookUnderAVersion() {
        place();
        String path = "/api/cameras/" + CHANNEL + "/presets";
        JsonNode nothing = duty.get(path).expect(200).json();
        assertThat(nothing.path("presets").isEmpty()).isTrue();
        assertThat(nothing.path("panZero").isNull()).isTrue();
        assertThat(nothing.path("version").asLong()).isZero();

        Map<String, Object> known = Map.of(
                "version",
                0,
                "panZero",
                12.5,
                "mountMetres",
                6,
                "presets",
                List.of(preset(7, -90, 60), preset(2, 90, 45)));
        JsonNode put = video.put(path, known).expect(200).json();
        assertThat(put.path("version").asLong()).isEqualTo(1);
        assertThat(duty.get(path).expect(200).json()).isEqualTo(put);
        assertThat(put.path("presets").findValuesAsString("number")).containsExactly("2", "7");
        assertThat(put.path("presets").get(1).path("bearing").asDouble()).isEqualTo(270);

        JsonNode stale = video.put(path, known).expect(409).json();
        assertThat(stale.path("code").asString()).isEqualTo("camera.stale-version");
        assertThat(stale.path("current")).isEqualTo(put);
        JsonNode less = video.put(path, Map.of("version", 1, "presets", List.of(preset(2, 90, 45))))
                .expect(200)
                .json();
        assertThat(less.path("panZero").isNull()).isTrue();
        assertThat(less.path("presets").size()).isEqualTo(1);
        assertThat(duty.put(path, known).status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from audit.record where action = 'camera.presets' and subject = ?")
                        .param("camera/" + CHANNEL)
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void tellsAllFaultsOfAHeadAtOnce() {
        place();
        Map<String, Object> bad = Map.of(
                "panZero",
                900,
                "mountMetres",
                0,
                "presets",
                List.of(
                        Map.of("number", 0, "bearing", 1, "fieldOfView", 60),
                        Map.of("number", 3),
                        preset(4, 1, 400),
                        preset(5, 1, 60),
                        preset(5, 2, 60)));
        assertThat(faulty(video.put("/api/cameras/" + CHANNEL + "/presets", bad)))
                .containsExactlyInAnyOrder(
                        "version",
                        "panZero",
                        "mountMetres",
                        "presets[0].number",
                        "presets[1].bearing",
                        "presets[1].fieldOfView",
                        "presets[2].fieldOfView",
                        "presets");
    }

    @Test
    void saysInWordsWhyAHeadCannotBeAimed() {
        place();
        String path = "/api/cameras/" + CHANNEL;
        String ticket = ticket(duty, CHANNEL);
        assertThat(faulty(duty.post(path + "/ptz/aim", Map.of("ticket", ticket))))
                .containsExactly("location");
        assertThat(faulty(duty.post(path + "/ptz/aim", Map.of("ticket", ticket, "incidentId", "nobody-knows"))))
                .containsExactly("incidentId");
        Client.Reply without = duty.post(path + "/ptz/aim", Map.of("location", EAST));
        assertThat(without.expect(403).json().path("code").asString()).isEqualTo("camera.ticket-required");
        Map<String, Object> foreign = Map.of("ticket", ticket(video, CHANNEL), "location", EAST);
        assertThat(duty.post(path + "/ptz/aim", foreign)
                        .expect(403)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("camera.ticket-refused");

        assertThat(aim(enter(camera()), EAST)).isEqualTo("camera.not-turnable");
        assertThat(aim(CHANNEL, EAST)).isEqualTo("camera.aim-no-presets");
        Map<String, Object> far = Map.of("type", "Point", "coordinates", List.of(117.93, 35.81));
        assertThat(aim(CHANNEL, far)).isEqualTo("camera.aim-out-of-reach");
        video.put(path + "/presets", Map.of("version", 0, "presets", List.of(preset(1, 180, 60))))
                .expect(200);
        assertThat(aim(CHANNEL, EAST)).isEqualTo("camera.aim-no-preset");
        video.put(path + "/presets", Map.of("version", 1, "presets", List.of(preset(1, 100, 60))))
                .expect(200);
        // SIP is off in this product, so nobody has signed in
        assertThat(aim(CHANNEL, EAST)).isEqualTo("camera.not-signed-in");
    }

    @Test
    void isNotTurnedAwayFromItsMasksByWhoeverMayNotSeeBehindThem() {
        place();
        String path = "/api/cameras/" + CHANNEL;
        long version = jdbc.sql("select version from cameras.camera where camera_id = ?")
                .param(CHANNEL)
                .query(Long.class)
                .single();
        video.patch(path, Map.of("version", version, "masked", true)).expect(200);
        Map<String, Object> turn = Map.of("ticket", ticket(duty, CHANNEL), "pan", 0.5, "tilt", 0, "zoom", 0);
        Client.Reply refused = duty.post(path + "/ptz", turn);
        assertThat(refused.expect(403).json().path("code").asString()).isEqualTo("camera.masked-head");
        Map<String, Object> allowed = Map.of("ticket", ticket(video, CHANNEL), "pan", 0.5, "tilt", 0, "zoom", 0);
        // SIP is off in this product, so nobody has signed in
        assertThat(video.post(path + "/ptz", allowed)
                        .expect(409)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("camera.not-signed-in");
    }
}
