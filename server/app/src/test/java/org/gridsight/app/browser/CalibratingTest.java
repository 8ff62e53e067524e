package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.KnownGround;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.GroundPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** A camera whose picture has marks on known ground is calibrated, and a click on another mark is its place. */
@ExtendWith(WithDemoTown.class)
class CalibratingTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int MARKS = 6;
    private static final Pattern PLACE = Pattern.compile("(\\d+\\.\\d{6}), (\\d+\\.\\d{6})\\D+([\\d.]+) m");
    private static final String SHOWN_AT = """
            ([x, y]) => {
              const drawn = document.querySelector('.lens-canvas');
              const scale = drawn.width / drawn.clientWidth;
              const copy = document.createElement('canvas');
              [copy.width, copy.height] = [7, 7];
              const pen = copy.getContext('2d', { willReadFrequently: true });
              pen.drawImage(drawn, 3 - x * scale, 3 - y * scale);
              return pen.getImageData(0, 0, 7, 7).data.some((value, i) => i % 4 === 3 && value > 0);
            }
            """;

    private static final String PLACE_GIVEN = """
            () => [...document.querySelectorAll('.report input')].map((field) => field.value)
              .find((text) => /^\\d+\\.\\d{6}, \\d+\\.\\d{6}$/.test(text)) ?? null
            """;

    @TempDir
    private Path folder;

    @Test
    void aClickOnTheGroundInThePictureIsItsPlace(DemoTown town) throws IOException, InterruptedException {
        JsonNode camera = fixedCamera(town.client("video"));
        JsonNode at = camera.path("geometry").path("coordinates");
        LngLat foot = new LngLat(at.get(0).asDouble(), at.get(1).asDouble());
        double heading = camera.path("properties").path("heading").asDouble();
        KnownGround known = new KnownGround(foot, heading, WIDTH, HEIGHT);
        List<Map<String, Object>> marks = known.pairs(12);
        Map<String, Object> other = marks.get(10);
        String id = camera.path("id").asString();
        try (RtspCamera device = new RtspCamera(film(marks), manners())) {
            connect(town.client("video"), camera, device.address().getPort());
            JsonNode incident = report(town.client("duty"), other);
            calibrate(town.signedIn("video", Device.DESK), id, marks);
            Screen wall = watch(town.signedIn("duty", Device.DESK), id);
            seesTheMap(wall, other);
            reportsFromThePicture(wall, other);
            PageChecksTest.expectGood(wall);
            putAside(town.client("duty"), incident);
        }
        town.client("video")
                .delete("/api/cameras/" + id + "/calibration?version=0")
                .expect(204);
    }

    private static void calibrate(Screen screen, String id, List<Map<String, Object>> marks) {
        screen.open("/cameras/calibration?camera=" + id);
        screen.find(".calibration-cover input").fill("标定路口摄像机");
        screen.find(".calibration-cover button").click();
        assertThat(screen.find(".calibration-cover")).isHidden();
        Locator stage = screen.find(".calibration-stage");
        for (int i = 0; i < MARKS; i++) {
            Map<String, Object> mark = marks.get(i);
            click(stage, mark);
            if (i == 0) {
                screen.find(".calibration-ground").click();
            }
            Locator row = screen.find(".pair-row").nth(i);
            if (i == 0) {
                assertThat(row.locator(".input").last()).hasValue(Pattern.compile("117.*"));
            }
            row.locator(".input").last().fill(mark.get("lng") + ", " + mark.get("lat"));
            row.locator(".input").last().press("Tab");
        }
        assertThat(screen.find(".calibration-verdict strong")).isVisible();
        screen.find(".pair-number").nth(1).focus();
        screen.press("ArrowRight", "ArrowLeft");
        assertThat(screen.find(".pair-residual").last()).hasText(Pattern.compile(".*m.*"));
        screen.picture("calibration-desk");
        screen.button("保存标定").click();
        assertThat(screen.find(".calibration-acts [role=alert]")).containsText("已保存");
        PageChecksTest.expectGood(screen);
    }

    private static Screen watch(Screen wall, String id) {
        wall.open("/cameras?n=1&cams=" + id);
        wall.find(".why input").fill("巡查路口");
        wall.find(".why button").click();
        assertThat(wall.find(".tile[data-phase=live]")).hasCount(1);
        assertThat(wall.find(".lens-bar")).isVisible();
        return wall;
    }

    private static void seesTheMap(Screen wall, Map<String, Object> mark) {
        wall.button("叠加地图").click();
        Locator picture = wall.find(".tile-picture");
        double[] at = spot(picture, mark);
        wall.page().waitForFunction(SHOWN_AT, List.of(at[0], at[1]));
        picture.hover(new Locator.HoverOptions().setPosition(at[0], at[1]));
        Locator words = wall.find(".lens-words");
        assertThat(words).containsText(PLACE);
        // the map on the picture hides neither who looks nor when
        assertThat(wall.find(".tile-mark")).containsText("值班员01");
        wall.picture("calibration-wall");
        Matcher place = PLACE.matcher(words.textContent());
        assertThat(place.find()).isTrue();
        double off = metres(mark, Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2)));
        assertThat(off).isLessThanOrEqualTo(Double.parseDouble(place.group(3)));
    }

    /** The report opens beside the wall, which goes on playing. */
    private static void reportsFromThePicture(Screen wall, Map<String, Object> mark) {
        wall.button("在画面上报").click();
        double[] at = spot(wall.find(".tile-picture"), mark);
        Page console = wall.context()
                .waitForPage(
                        () -> wall.find(".tile-picture").click(new Locator.ClickOptions().setPosition(at[0], at[1])));
        assertThat(console.locator(".report")).isVisible();
        assertThat(console.locator(".report textarea").first()).hasValue(Pattern.compile("由摄像机.*画面定位.*"));
        String given = (String) console.waitForFunction(PLACE_GIVEN).jsonValue();
        Matcher place = Pattern.compile("(\\S+), (\\S+)").matcher(given);
        assertThat(place.matches()).isTrue();
        assertThat(metres(mark, Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2))))
                .isLessThan(1.5);
        console.close();
    }

    private static void click(Locator stage, Map<String, Object> mark) {
        double[] at = spot(stage, mark);
        stage.click(new Locator.ClickOptions().setPosition(at[0], at[1]));
    }

    private static double of(Map<String, Object> mark, String field) {
        return (double) Objects.requireNonNull(mark.get(field), field);
    }

    /** Where a pixel of the film lies in a box that shows all of the picture. */
    private static double[] spot(Locator box, Map<String, Object> mark) {
        BoundingBox size = box.boundingBox();
        double scale = Math.min(size.width / WIDTH, size.height / HEIGHT);
        return new double[] {
            (size.width - WIDTH * scale) / 2 + of(mark, "x") * scale,
            (size.height - HEIGHT * scale) / 2 + of(mark, "y") * scale
        };
    }

    private static double metres(Map<String, Object> mark, double lng, double lat) {
        GroundPlane plane = GroundPlane.around(new LngLat(of(mark, "lng"), of(mark, "lat")));
        Coordinate away = plane.toMetres(new LngLat(lng, lat));
        return Math.hypot(away.x, away.y);
    }

    private Film film(List<Map<String, Object>> marks) throws IOException, InterruptedException {
        String boxes = marks.stream()
                .map(mark -> "drawbox=x=%d:y=%d:w=5:h=5:color=white:t=fill"
                        .formatted(Math.round(of(mark, "x")) - 2, Math.round(of(mark, "y")) - 2))
                .collect(Collectors.joining(","));
        String sky = "drawbox=x=0:y=0:w=%d:h=60:color=0x7090b0:t=fill".formatted(WIDTH);
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                "color=0x404840:s=%dx%d:r=25:d=4,%s,%s".formatted(WIDTH, HEIGHT, sky, boxes),
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-x264-params",
                "keyint=25:bframes=0",
                "-f",
                "h264",
                "film");
        return Film.parse(Codec.H264, Files.readAllBytes(folder.resolve("film")));
    }

    private static RtspManners manners() {
        RtspManners manners = new RtspManners();
        manners.rate = 25;
        manners.pictures = 0;
        return manners;
    }

    /** The last fixed one: other tests take the first. */
    private static JsonNode fixedCamera(Client video) {
        JsonNode last = null;
        for (JsonNode feature : video.get("/api/cameras").expect(200).json().path("features")) {
            JsonNode facts = feature.path("properties");
            boolean fixed = facts.path("kind").asString().equals("FIXED");
            boolean online = facts.path("status").asString().equals("ONLINE");
            last = fixed && online && !facts.path("masked").asBoolean() ? feature : last;
        }
        if (last == null) {
            throw new AssertionError("no fixed camera is online");
        }
        return last;
    }

    private static void connect(Client video, JsonNode camera, int port) {
        Map<String, Object> change = Map.of(
                "version",
                camera.path("properties").path("version").asLong(),
                "streamUrl",
                "rtsp://127.0.0.1:" + port + "/1");
        video.patch("/api/cameras/" + camera.path("id").asString(), change).expect(200);
    }

    private static JsonNode report(Client duty, Map<String, Object> mark) {
        Map<String, Object> body = Map.of(
                "kind",
                "FACILITY",
                "title",
                "井盖松动",
                "location",
                Map.of("type", "Point", "coordinates", List.of(mark.get("lng"), mark.get("lat"))),
                "occurredAt",
                Instant.now().minusSeconds(60).toString(),
                "source",
                "HOTLINE_12345");
        return duty.post("/api/incidents", body).expect(201).json();
    }

    /** The town is shared with other tests. */
    private static void putAside(Client duty, JsonNode incident) {
        Map<String, Object> reject =
                Map.of("action", "reject", "version", incident.path("version").asLong(), "reason", "演练结束");
        duty.post("/api/incidents/" + incident.path("id").asString() + "/actions", reject)
                .expect(200);
    }
}
