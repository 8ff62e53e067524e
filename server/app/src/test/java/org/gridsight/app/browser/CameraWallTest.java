package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridsight.app.testing.Client;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.gb28181.PlayingDevice;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The wall of cameras in a browser: sixteen play at once, one that is silent says so, one is turned from its tile. */
@ExtendWith(WithDemoTown.class)
class CameraWallTest {

    private static final int TILES = 16;
    private static final double PATIENCE = 120_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final String FRAMES = "() => [...document.querySelectorAll('.tile[data-phase=live] video')]"
            + ".map((video) => video.getVideoPlaybackQuality().totalVideoFrames)";
    private static final String ALL_MOVED = "(before) => { const now = (" + FRAMES + ")();"
            + " return now.length === before.length && now.every((frames, i) => frames > before[i] + 3); }";

    @TempDir
    private Path folder;

    @Test
    void sixteenPlayAtOnceOverOneLineEach(DemoTown town) throws IOException, InterruptedException {
        try (RtspCamera device = new RtspCamera(film(), manners())) {
            List<JsonNode> cameras = connect(town.client("video"), device, TILES);
            Screen wall = town.signedIn("duty", Device.WALL);
            List<WebSocket> lines = new CopyOnWriteArrayList<>();
            wall.page().onWebSocket(lines::add);
            open(wall, cameras);
            Locator live = wall.find(".tile[data-phase=live]");
            assertThat(live).hasCount(TILES, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
            Object before = wall.page().evaluate(FRAMES);
            wall.page().waitForFunction(ALL_MOVED, before, new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
            wall.page().waitForCondition(() -> openMedia(lines) == TILES);
            wall.picture("camera-wall-16");
            findsThem(wall, cameras);
            wall.expectNoFaults();
        }
    }

    /** One for each tile; a tile that had to try again has left its first one. */
    private static long openMedia(List<WebSocket> lines) {
        return lines.stream()
                .filter(line -> line.url().contains("/media/") && !line.isClosed())
                .count();
    }

    /** By name, by number and by grid. */
    private static void findsThem(Screen wall, List<JsonNode> cameras) {
        JsonNode first = cameras.get(0);
        Locator rows = wall.find(".camera-rows .pick");
        wall.find("#camera-search").fill(first.path("id").asString());
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText(first.path("name").asString());
        wall.find("#camera-search").fill(first.path("name").asString());
        assertThat(rows.first()).containsText(first.path("name").asString());
        wall.find("#camera-search").fill(first.path("gridCode").asString());
        assertThat(rows.filter(new Locator.FilterOptions()
                                .setHasText(first.path("name").asString()))
                        .first())
                .isVisible();
        wall.find("#camera-search").fill("no such camera");
        assertThat(rows).hasCount(0);
    }

    private static void open(Screen wall, List<JsonNode> cameras) {
        String ids = String.join(
                ",",
                cameras.stream().map(camera -> camera.path("id").asString()).toList());
        wall.open("/cameras?n=" + (cameras.size() == 1 ? 1 : TILES) + "&cams=" + ids);
        answer(wall, "夜间值守");
    }

    private static void answer(Screen wall, String reason) {
        wall.find(".why input").fill(reason);
        wall.find(".why button[type=submit]").click();
    }

    @Test
    void aCameraThatNeverAnswersNamesTheStep(DemoTown town) throws IOException, InterruptedException {
        RtspManners silent = manners();
        silent.answers.put("OPTIONS", "");
        silent.answers.put("DESCRIBE", "");
        try (RtspCamera device = new RtspCamera(film(), silent)) {
            Screen wall = town.signedIn("duty", Device.DESK);
            open(wall, connect(town.client("video"), device, 1));
            Locator words = wall.find(".tile .tile-words");
            String step = "设备没有注册或连接不上";
            assertThat(words).containsText(step, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
            assertThat(words.locator("button")).isVisible();
            wall.picture("camera-wall-silent");
        }
    }

    @Test
    void isTurnedFromItsTile(DemoTown town) throws IOException, InterruptedException {
        try (PlayingDevice device = new PlayingDevice(town.sipPort(), false, Optional.of(film()))) {
            Screen wall = town.signedIn("duty", Device.DESK).open("/cameras");
            wall.sign().find("#camera-search").fill(PlayingDevice.CHANNEL);
            assertThat(device.register(DemoTown.SIP_PASSWORD, 3_600)).isEqualTo(200);
            // a list that was open before hears of it
            assertThat(wall.find(".camera-rows .pick")).hasCount(1);
            wall.expectNoReload();
            wall.open("/cameras?n=1&cams=" + PlayingDevice.CHANNEL);
            answer(wall, "转动检查");
            Locator right = wall.find(".tile .ptz-right");
            assertThat(right).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
            wall.picture("camera-wall-ptz");
            right.hover();
            wall.page().mouse().down();
            // to the right at full speed
            await().atMost(LIMIT).until(() -> device.turns().contains("A50F0101FF0000B5"));
            wall.page().mouse().up();
            await().atMost(LIMIT).until(() -> device.turns().contains("A50F0100000000B5"));
            wall.expectNoFaults();
            device.register(DemoTown.SIP_PASSWORD, 0);
        }
    }

    private Film film() throws IOException, InterruptedException {
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=10:duration=4",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-x264-params",
                "keyint=10:bframes=0",
                "-f",
                "h264",
                "film");
        return Film.parse(Codec.H264, Files.readAllBytes(folder.resolve("film")));
    }

    private static RtspManners manners() {
        RtspManners manners = new RtspManners();
        manners.rate = 10;
        manners.pictures = 0;
        return manners;
    }

    /** Gives cameras of the demo that were not online the pictures of the device. */
    private static List<JsonNode> connect(Client video, RtspCamera device, int count) {
        List<JsonNode> connected = new ArrayList<>();
        String url = "rtsp://127.0.0.1:" + device.address().getPort() + "/1";
        for (JsonNode feature : video.get("/api/cameras").expect(200).json().path("features")) {
            JsonNode camera = feature.path("properties");
            boolean free = !camera.path("status").asString().equals("ONLINE");
            if (free && connected.size() < count) {
                Map<String, Object> change =
                        Map.of("version", camera.path("version").asLong(), "streamUrl", url);
                connected.add(video.patch("/api/cameras/" + camera.path("id").asString(), change)
                        .expect(200)
                        .json()
                        .path("properties"));
            }
        }
        assertThat(connected).hasSize(count);
        return connected;
    }
}
