package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What cameras see when houses stand in the way, on every database. */
abstract class SightContract extends CameraTown {

    /** Thirty metres before the camera, across its whole view. */
    private static final String WALL = "[[117.91015,35.81035],[117.91030,35.81035],[117.91055,35.81010],"
            + "[117.91055,35.80998],[117.91045,35.80998],[117.91015,35.81028],[117.91015,35.81035]]";

    private static final String BEHIND = "/api/cameras/seeing?lon=117.9105&lat=35.8104";
    private static final String BEFORE = "/api/cameras/seeing?lon=117.91012&lat=35.81010";

    @TempDir
    Path folder;

    private Client.Reply upload(String... rings) {
        StringBuilder features = new StringBuilder();
        for (String ring : rings) {
            features.append(features.isEmpty() ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"name\":\"民房\"},\"geometry\":")
                    .append("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}");
        }
        Path file = folder.resolve("buildings-" + rings.length + ".geojson");
        try {
            Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return person(Role.GIS_EDITOR, Town.CODE)
                .upload("/api/place/layers/buildings", file, Map.of())
                .expect(200);
    }

    private String reasonAt(String path) {
        return duty.get(path).expect(200).json().get(0).path("reason").asString();
    }

    private double seenSquareMetres() {
        return duty.get("/api/cameras/coverage?blind=false")
                .expect(200)
                .json()
                .path("features")
                .get(0)
                .path("properties")
                .path("squareMetres")
                .asDouble();
    }

    private int cornersOfView(String camera) {
        return duty.get("/api/cameras/" + camera + "/view")
                .expect(200)
                .json()
                .path("geometry")
                .path("coordinates")
                .get(0)
                .size();
    }

    @Test
    void housesHideWhatLiesBehindThemUntilTheLayerChanges() {
        String id = enter(camera());
        double open = seenSquareMetres();
        int corners = cornersOfView(id);
        assertThat(reasonAt(BEHIND)).isEqualTo("inView");

        assertThat(upload(WALL).json().path("accepted").asInt()).isEqualTo(1);

        assertThat(reasonAt(BEHIND)).isEqualTo("occluded");
        assertThat(reasonAt(BEFORE)).isEqualTo("inView");
        assertThat(seenSquareMetres()).isLessThan(0.5 * open);
        assertThat(cornersOfView(id)).isNotEqualTo(corners);

        String far = "[[117.930,35.830],[117.931,35.830],[117.931,35.831],[117.930,35.830]]";
        upload(far, far);
        assertThat(reasonAt(BEHIND)).isEqualTo("inView");
        assertThat(seenSquareMetres()).isBetween(0.99 * open, 1.01 * open);
    }

    @Test
    void tellsHousesByTheBoxAndOnlyTheirNumberOnTheBaseMap() {
        assertThat(duty.get("/api/base-map").json().path("buildings").asInt()).isZero();
        upload(WALL);
        assertThat(duty.get("/api/base-map").json().path("buildings").asInt()).isEqualTo(1);
        String around = "/api/base-map/buildings?bbox=117.90,35.80,117.92,35.82";
        Client.Reply part = duty.get(around).expect(200);
        assertThat(part.json().path("complete").asBoolean()).isTrue();
        assertThat(part.json().path("buildings").path("features").size()).isEqualTo(1);
        String tag = Objects.requireNonNull(part.headers().get("etag"));
        assertThat(person(Role.DISPATCHER, Town.CODE)
                        .withHeader("If-None-Match", tag)
                        .get(around)
                        .status())
                .isEqualTo(304);
        JsonNode elsewhere = duty.get("/api/base-map/buildings?bbox=117.93,35.83,117.94,35.84")
                .expect(200)
                .json();
        assertThat(elsewhere.path("buildings").path("features").size()).isZero();
        for (String wrong : new String[] {"", "?bbox=", "?bbox=1,2,3", "?bbox=4,3,2,1", "?bbox=a,b,c,d"}) {
            assertThat(faulty(duty.get("/api/base-map/buildings" + wrong)))
                    .as(wrong)
                    .containsExactly("bbox");
        }
    }

    @Test
    void tellsApartWhatOnlyCamerasWithoutAPictureSee() {
        enter(camera());
        JsonNode parts = duty.get("/api/cameras/coverage?blind=false").json().path("features");
        assertThat(parts.size()).isEqualTo(2);
        JsonNode dark = parts.get(1).path("properties");
        assertThat(dark.path("kind").asString()).isEqualTo("offline");
        assertThat(dark.path("squareMetres").asDouble()).isBetween(3_200.0, 3_400.0);

        jdbc.sql("update cameras.camera set status = 'ONLINE'").update();
        JsonNode live = duty.get("/api/cameras/coverage?blind=false").json().path("features");
        assertThat(live.size()).isEqualTo(1);
        assertThat(live.get(0).path("properties").path("kind").asString()).isEqualTo("seen");
    }
}
