package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.app.testing.Client;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** An incident opens and a camera that sees its place plays beside it; the camera goes and comes back. */
@ExtendWith(WithDemoTown.class)
class WatchingTest {

    private static final String TITLE = "路口护栏被撞歪";
    private static final double PATIENCE = 60_000;
    /** Every picture carries its number in eight bright or dark bars at its top. */
    private static final String NUMBERED = "color=black:s=640x360:r=25:d=8,"
            + "geq=lum='if(lt(Y,60),if(mod(floor(N/pow(2,floor(X/80))),2),235,16),90)':cb=128:cr=128";

    private static final String NUMBER_SHOWN = """
            () => {
              const video = document.querySelector('.tile[data-phase=live] video');
              if (!video || video.readyState < 2) return -1;
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
              const pen = canvas.getContext('2d', { willReadFrequently: true });
              pen.drawImage(video, 0, 0);
              const bar = (i) => pen.getImageData(40 + i * 80, 30, 1, 1).data[0] > 128 ? 1 << i : 0;
              return [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, i) => sum + bar(i), 0);
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theSceneOfAnIncidentPlaysAndComesBack(DemoTown town) throws IOException, InterruptedException {
        Film film = film();
        RtspCamera device = new RtspCamera(film, manners());
        int port = device.address().getPort();
        JsonNode camera = connect(town.client("video"), port);
        JsonNode incident = report(town.client("duty"), camera.path("id").asString());
        Screen desk = town.signedIn("duty", Device.DESK);
        AtomicInteger lines = new AtomicInteger();
        desk.page().onWebSocket(socket -> lines.addAndGet(socket.url().contains("/media/") ? 1 : 0));
        desk.open("/").openCase(TITLE);

        Locator live = desk.find(".tile[data-phase=live]");
        assertThat(live).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        assertThat(live.locator(".tile-mark")).containsText("值班员01");
        seesItMove(desk.page());
        desk.picture("watching-desk");
        onRecord(town.client("auditor"), camera.path("id").asString());

        int opened = lines.get();
        device.close();
        Locator still = desk.find(".tile[data-phase=still]");
        assertThat(still).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        desk.picture("watching-desk-still");
        try (RtspCamera again = new RtspCamera(film, manners(), port)) {
            assertThat(live).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
            seesItMove(desk.page());
            assertThat(again.count("PLAY")).isPositive();
        }
        assertThat(lines.get()).as("WebSockets of pictures: the same one").isEqualTo(opened);
        desk.expectNoFaults();
        putAside(town.client("duty"), incident);
    }

    /** The town is shared with other tests. */
    private static void putAside(Client duty, JsonNode incident) {
        Map<String, Object> reject =
                Map.of("action", "reject", "version", incident.path("version").asLong(), "reason", "演练结束");
        duty.post("/api/incidents/" + incident.path("id").asString() + "/actions", reject)
                .expect(200);
    }

    private Film film() throws IOException, InterruptedException {
        String encoder = "keyint=25:bframes=0";
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                NUMBERED,
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-x264-params",
                encoder,
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

    /** Tells the product where an online camera of the demo has its pictures. */
    private static JsonNode connect(Client video, int port) {
        for (JsonNode feature : video.get("/api/cameras").expect(200).json().path("features")) {
            JsonNode camera = feature.path("properties");
            if (camera.path("status").asString().equals("ONLINE")) {
                Map<String, Object> change = Map.of(
                        "version", camera.path("version").asLong(), "streamUrl", "rtsp://127.0.0.1:" + port + "/1");
                return video.patch("/api/cameras/" + camera.path("id").asString(), change)
                        .expect(200)
                        .json()
                        .path("properties");
            }
        }
        throw new AssertionError("no camera is online");
    }

    private static JsonNode report(Client duty, String camera) {
        JsonNode view = duty.get("/api/cameras/" + camera + "/view").expect(200).json();
        Coordinate place = DemoTown.inside(view.path("geometry").toString());
        Map<String, Object> body = Map.of(
                "kind",
                "FACILITY",
                "title",
                TITLE,
                "description",
                "护栏向车道倾斜。",
                "location",
                Map.of("type", "Point", "coordinates", List.of(place.x, place.y)),
                "occurredAt",
                Instant.now().minusSeconds(60).toString(),
                "source",
                "HOTLINE_12345");
        return duty.post("/api/incidents", body).expect(201).json();
    }

    /** Two different numbers have stood on the screen. */
    private static void seesItMove(Page page) {
        Page.WaitForFunctionOptions patience = new Page.WaitForFunctionOptions().setTimeout(PATIENCE);
        Object first = page.waitForFunction(
                        "() => { const n = (" + NUMBER_SHOWN + ")(); return n >= 0 ? String(n) : null; }",
                        null,
                        patience)
                .jsonValue();
        page.waitForFunction(
                "first => { const n = (" + NUMBER_SHOWN + ")(); return n >= 0 && String(n) !== first; }",
                first,
                patience);
    }

    private static void onRecord(Client auditor, String camera) {
        for (JsonNode line :
                auditor.get("/api/view-register?limit=500").expect(200).json().path("items")) {
            if (line.path("cameraId").asString().equals(camera)) {
                assertThat(line.path("purpose").asString()).isEqualTo("INCIDENT");
                assertThat(line.path("why").asString()).contains("现场");
                return;
            }
        }
        throw new AssertionError("nobody has looked at " + camera);
    }
}
