package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Upper platforms and the lists of what they may see, as they are entered, on every database. */
abstract class CascadeContract extends CameraTown {

    private static final String PASSWORD = "Plattform-Passwort-5";
    private static final String UPPER = "34020000002000000001";
    private static final String LOWER = "34020000002000000099";
    private static final String ABOVE = "34020000001320000088";
    private static final String PATH = "/api/cascades/" + UPPER;
    private static final String AGREEMENT = "县平台共享协议 2026-17";

    private static Map<String, Object> platform(int port) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "示范县平台");
        body.put("domain", "3402000000");
        body.put("address", "127.0.0.1");
        body.put("port", port);
        body.put("transport", "UDP");
        body.put("user", LOWER);
        body.put("password", PASSWORD);
        body.put("reason", AGREEMENT);
        return body;
    }

    private JsonNode share(List<Map<String, Object>> items) {
        JsonNode only =
                video.get("/api/cascades").expect(200).json().path("items").path(0);
        Map<String, Object> body =
                Map.of("version", only.path("version").asLong(), "reason", AGREEMENT, "items", items);
        return video.put(PATH + "/cameras", body).expect(200).json();
    }

    @Test
    void isEnteredWholeOrNotAtAll() {
        Map<String, Object> wrong = new HashMap<>(Map.of("port", 0, "transport", "SCTP", "user", "1"));
        assertThat(faulty(video.put("/api/cascades/12", wrong)))
                .containsExactlyInAnyOrder(
                        "id", "name", "reason", "domain", "user", "transport", "password", "port", "address");
        Map<String, Object> metadata = platform(5_060);
        metadata.put("address", "169.254.169.254");
        assertThat(faulty(video.put(PATH, metadata))).containsExactly("address");
        // our own SIP port
        assertThat(faulty(video.put(PATH, platform(5_060)))).containsExactly("address");
        assertThat(duty.put(PATH, platform(5_060)).status()).isEqualTo(403);

        Map<String, Object> resting = platform(15_060);
        resting.put("enabled", false);
        Client.Reply entered = video.put(PATH, resting).expect(200);
        assertThat(entered.text()).doesNotContain(PASSWORD);
        assertThat(entered.json().path("state").asString()).isEqualTo("OFF");
        resting.put("version", 7);
        Client.Reply stale = video.put(PATH, resting).expect(409);
        assertThat(stale.json().path("code").asString()).isEqualTo("cascade.stale-version");
        assertThat(stale.json().path("current").path("version").asLong()).isZero();

        video.delete(PATH).expect(204);
        assertThat(video.delete(PATH).status()).isEqualTo(404);
    }

    @Test
    void isThereForThoseAloneWhoHaveTheWholePlace() {
        Map<String, Object> resting = platform(15_060);
        resting.put("enabled", false);
        video.put(PATH, resting).expect(200);
        Client ofOneVillage = person(Role.VIDEO_MANAGER, Town.CODE + "201");
        assertThat(ofOneVillage.get("/api/cascades").expect(200).json().path("items"))
                .isEmpty();
        ofOneVillage.get(PATH + "/cameras").expect(404);
        ofOneVillage.put(PATH + "/cameras", Map.of()).expect(404);
        ofOneVillage.put(PATH, resting).expect(404);
        ofOneVillage.delete(PATH).expect(404);
        video.delete(PATH).expect(204);
    }

    @Test
    void listsEachCameraOnceUnderDigitsOfItsOwn() {
        Map<String, Object> resting = platform(15_060);
        resting.put("enabled", false);
        video.put(PATH, resting).expect(200);
        String camera = enter(camera());
        Map<String, Object> twice = Map.of("cameraId", camera, "channelId", "4");
        Map<String, Object> list = Map.of("version", 0, "reason", AGREEMENT, "items", List.of(twice, twice));
        assertThat(faulty(video.put(PATH + "/cameras", list)))
                .containsExactlyInAnyOrder("items[0].channelId", "items[1].cameraId", "items[1].channelId");
        JsonNode shared = share(List.of(Map.of("cameraId", camera, "channelId", ABOVE)));
        JsonNode first = shared.path("items").path(0);
        assertThat(first.path("live").asBoolean()).isTrue();
        assertThat(first.path("playback").asBoolean()).isFalse();
        assertThat(first.path("control").asBoolean()).isFalse();
        assertThat(shared.path("version").asLong()).isEqualTo(1);
        Map<String, Object> neither = Map.of("cameraId", camera, "channelId", ABOVE, "live", false);
        Map<String, Object> useless = Map.of("version", 1, "reason", AGREEMENT, "items", List.of(neither));
        assertThat(faulty(video.put(PATH + "/cameras", useless))).containsExactly("items[0].live");
        String kept = jdbc.sql("select sealed from cameras.upper_platform")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(PASSWORD);
    }
}
