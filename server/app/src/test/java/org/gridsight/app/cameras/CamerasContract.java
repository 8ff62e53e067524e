package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the registry of cameras must do on every database, over HTTP. */
abstract class CamerasContract extends CameraTown {

    @Autowired
    private StreamAddresses addresses;

    @Test
    void entersACameraAndShowsItOnTheMapWithoutItsAddress() {
        Client.Reply created = video.post("/api/cameras", camera()).expect(201);
        String id = created.json().path("id").asString();
        assertThat(created.headers().get("location")).isEqualTo("/api/cameras/" + id);

        Client.Reply list = duty.get("/api/cameras").expect(200);
        JsonNode seen = list.json().path("features").get(0);
        assertThat(seen.path("properties").path("name").asString()).isEqualTo("村口球机");
        assertThat(seen.path("properties").path("source").asString()).isEqualTo("rtsp");
        assertThat(seen.path("properties").path("kind").asString()).isEqualTo("PTZ");
        assertThat(seen.path("properties").path("status").asString()).isEqualTo("NEVER_CONNECTED");
        assertThat(seen.path("properties").path("gridCode").asString()).isEqualTo(Town.CODE + "201001");
        assertThat(seen.path("geometry").path("coordinates").get(1).asDouble()).isEqualTo(35.81);
        assertThat(duty.get("/api/cameras/" + id + "/view").expect(200).text()).contains("Polygon");
        for (String text : List.of(created.text(), list.text())) {
            assertThat(text).doesNotContain("10.9.8.7", "kamera-nutzer", SECRET);
        }
    }

    @Test
    void sealsAddressAndPasswordAtRestAndKeepsThemOutOfTheTrail() {
        String id = enter(camera());
        video.patch("/api/cameras/" + id, Map.of("version", 0, "password", SECRET + "-2"))
                .expect(200);

        String sealed = jdbc.sql("select sealed from cameras.stream_address where camera_id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(sealed).doesNotContain("10.9.8.7", "kamera-nutzer", SECRET);
        StreamAddress kept = addresses.find(id).orElseThrow();
        assertThat(kept.url().text()).isEqualTo("rtsp://10.9.8.7:8554/ch1");
        assertThat(kept.username()).isEqualTo("kamera-nutzer");
        assertThat(kept.password()).isEqualTo(SECRET + "-2");
        assertThat(kept).hasToString("StreamAddress[hidden]");
        List<String> trail = jdbc.sql("select details from audit.record where subject = ?")
                .param("camera/" + id)
                .query(String.class)
                .list();
        assertThat(trail)
                .hasSize(2)
                .allSatisfy(details -> assertThat(details).doesNotContain("10.9.8.7", "kamera-nutzer", SECRET));
    }

    @Test
    void changesUnderTheVersionSomebodySaw() {
        String path = "/api/cameras/" + enter(camera());
        JsonNode turned = video.patch(path, Map.of("version", 0, "heading", -90, "name", "村口枪机"))
                .expect(200)
                .json();
        assertThat(turned.path("version").asLong()).isEqualTo(1);
        assertThat(turned.path("properties").path("heading").asDouble()).isEqualTo(270);

        // an address alone is a change too
        video.patch(path, Map.of("version", 1, "streamUrl", "rtsp://10.9.8.8/ch2"))
                .expect(200);
        JsonNode problem = video.patch(path, Map.of("version", 1, "masked", true))
                .expect(409)
                .json();
        assertThat(problem.path("code").asString()).isEqualTo("camera.stale-version");
        assertThat(problem.path("current").path("version").asLong()).isEqualTo(2);
    }

    @Test
    void answersARepeatWithTheSameCameraAndKeepsNoSecretOfIt() {
        String key = "key-" + System.nanoTime();
        String one = video.post("/api/cameras", camera(), key).expect(201).text();
        assertThat(video.post("/api/cameras", camera(), key).expect(201).text()).isEqualTo(one);
        Map<String, Object> other = camera();
        other.put("password", "anders");
        video.post("/api/cameras", other, key).expect(422);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        Map<String, Object> bad = new HashMap<>(Map.of(
                "kind", "FLYING",
                "location", Map.of("type", "Point", "coordinates", List.of(10.0, 10.0)),
                "fieldOfView", 0,
                "rangeMetres", 1e9,
                "streamUrl", "file:///etc/passwd",
                "transport", "PIGEON",
                "placeType", "CHANGING_ROOM"));
        assertThat(faulty(video.post("/api/cameras", bad)))
                .containsExactlyInAnyOrder(
                        "name",
                        "kind",
                        "location",
                        "fieldOfView",
                        "rangeMetres",
                        "streamUrl",
                        "transport",
                        "placeType");
        assertThat(faulty(video.post("/api/cameras", Map.of())))
                .containsExactlyInAnyOrder("name", "location", "streamUrl");
    }

    @Test
    void refusesAddressesOutsideTheNetworksAtOnce() {
        String id = enter(camera());
        for (String target : List.of(
                "rtsp://8.8.8.8/a",
                "rtsp://169.254.169.254/latest",
                "rtsp://[::]/a",
                "rtsp://0.0.0.0/a",
                "http://10.1.1.1/a",
                "rtsp:///nowhere")) {
            Map<String, Object> body = camera();
            body.put("streamUrl", target);
            assertThat(faulty(video.post("/api/cameras", body))).as(target).containsExactly("streamUrl");
            Client.Reply change = video.patch("/api/cameras/" + id, Map.of("version", 0, "streamUrl", target));
            assertThat(faulty(change)).as(target).containsExactly("streamUrl");
        }
    }

    @Test
    void blocksPlacesWhereNobodyMayLook() {
        for (PlaceType type : PlaceType.values()) {
            Map<String, Object> body = camera();
            body.put("placeType", type.name());
            assertThat(video.post("/api/cameras", body).status())
                    .as(type.name())
                    .isEqualTo(type.isForbidden() ? 422 : 201);
        }
        assertThat(PlaceType.values()).filteredOn(PlaceType::isForbidden).hasSize(6);
    }

    @Test
    void takesAnIdOnlyOnce() {
        Map<String, Object> body = camera();
        body.put("id", "tower-1");
        assertThat(enter(body)).isEqualTo("tower-1");
        assertThat(video.post("/api/cameras", body)
                        .expect(409)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("camera.exists");
    }

    @Test
    void showsAndTakesOnlyWhatLiesInTheScope() {
        String id = enter(camera());
        Client north = person(Role.VIDEO_MANAGER, Town.CODE + "202");
        assertThat(north.get("/api/cameras").json().path("features").size()).isZero();
        north.patch("/api/cameras/" + id, Map.of("placeType", "MOON")).expect(404);
        north.post("/api/cameras", camera()).expect(403);
        assertThat(duty.post("/api/cameras", camera()).status()).isEqualTo(403);
    }

    @Test
    void ranksTheCamerasThatSeeAPlaceAndTellsWhereNobodyLooks() {
        String id = enter(camera());
        JsonNode sights = duty.get("/api/cameras/seeing?lon=117.9103&lat=35.8103")
                .expect(200)
                .json();
        assertThat(sights.get(0).path("cameraId").asString()).isEqualTo(id);
        assertThat(sights.get(0).path("inView").asBoolean()).isTrue();
        assertThat(sights.get(0).path("reason").asString()).isEqualTo("inView");
        assertThat(sights.get(0).path("playable").asBoolean()).isTrue();
        assertThat(faulty(duty.get("/api/cameras/seeing?lon=300"))).containsExactlyInAnyOrder("lon", "lat");

        JsonNode parts = duty.get("/api/cameras/coverage").expect(200).json().path("features");
        assertThat(parts.get(0).path("properties").path("kind").asString()).isEqualTo("seen");
        // a sixth of a circle of 80 m
        assertThat(parts.get(0).path("properties").path("squareMetres").asDouble())
                .isBetween(3_200.0, 3_400.0);
        assertThat(parts.get(1).path("properties").path("kind").asString()).isEqualTo("blind");
        JsonNode online =
                duty.get("/api/cameras/coverage?online=true").expect(200).json().path("features");
        assertThat(online.get(0).path("properties").path("squareMetres").asLong())
                .isZero();
    }
}
