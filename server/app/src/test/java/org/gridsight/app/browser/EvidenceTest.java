package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** A clip in the browser: sealed, played, asked for, approved by a second person, fetched; and who looked is in the register. */
@ExtendWith(WithDemoTown.class)
class EvidenceTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String NAME = "取证试验机";

    @TempDir
    private Path folder;

    @Test
    void aClipIsSealedPlayedAndLeavesTheHouseByTwoPersons(DemoTown town) throws IOException, InterruptedException {
        JsonNode incident = town.report("路口护栏被撞");
        String page = "/evidence?incidentId=" + incident.path("id").asString();
        Screen desk = town.signedIn("duty", Device.DESK);
        try (RtspCamera device = new RtspCamera(film(), manners())) {
            String clip = record(town, device, incident);
            desk.open(page);
            desk.button("停止录制").click();
            assertThat(desk.find(".evidence-table .state")).containsText("已保存");
            assertThat(clip).isNotEmpty();
        }
        desk.button("核验校验链").click();
        assertThat(desk.find(".clip-panel")).containsText("全部与校验链一致");
        plays(desk);

        desk.button("申请导出").click();
        Locator form = desk.find(".evidence-export form:visible");
        form.locator("input[name=purpose]").fill("移送公安机关");
        form.locator("input[name=reason]").fill("案件需要");
        form.locator("button[type=submit]").click();
        assertThat(desk.find(".evidence-export")).containsText("待审批");

        Screen leader = town.signedIn("leader", Device.DESK).open(page);
        leader.button("批准").first().click();
        leader.find(".evidence-export form:visible button[type=submit]").click();
        assertThat(leader.find(".evidence-export")).containsText("可以下载");
        leader.expectNoFaults();

        desk.open(page);
        fetches(desk);
        desk.picture("evidence-desk");
        isInTheRegister(town);
        putAside(town.client("duty"), incident);
    }

    /** Recorded until something of it is sealed. */
    private static String record(DemoTown town, RtspCamera device, JsonNode incident) {
        Coordinate place = town.placeOfTheWorker();
        Map<String, Object> camera = Map.of(
                "name",
                NAME,
                "location",
                Map.of("type", "Point", "coordinates", List.of(place.x, place.y)),
                "streamUrl",
                "rtsp://127.0.0.1:" + device.address().getPort() + "/1");
        String id = town.client("video")
                .post("/api/cameras", camera)
                .expect(201)
                .json()
                .path("id")
                .asString();
        Client duty = town.client("duty");
        String incidentId = incident.path("id").asString();
        Map<String, Object> why = Map.of("purpose", "INCIDENT", "reason", "取证", "incidentId", incidentId);
        String ticket = duty.post("/api/cameras/" + id + "/tickets", why)
                .expect(201)
                .json()
                .path("ticket")
                .asString();
        Map<String, Object> wish = Map.of("ticket", ticket, "incidentId", incidentId, "source", "LIVE", "minutes", 5);
        String clip = duty.post("/api/cameras/" + id + "/clips", wish)
                .expect(202)
                .json()
                .path("id")
                .asString();
        await().atMost(LIMIT)
                .until(() -> duty.get("/api/clips/" + clip)
                                .expect(200)
                                .json()
                                .path("segments")
                                .asInt()
                        >= 1);
        return clip;
    }

    private static void plays(Screen desk) {
        desk.button("播放").click();
        desk.find(".clip-player input[name=reason]").fill("核对现场");
        desk.button("登记并播放").click();
        desk.page()
                .waitForFunction(
                        "() => document.querySelector('.clip-player video')?.currentTime > 0",
                        null,
                        new Page.WaitForFunctionOptions().setTimeout(LIMIT.toMillis()));
        assertThat(desk.find(".clip-mark")).containsText("值班员01");
        desk.expectNoFaults();
    }

    private void fetches(Screen desk) throws IOException {
        desk.button("下载").click();
        Download copy = desk.page()
                .waitForDownload(() -> desk.find(".evidence-export form:visible button[type=submit]")
                        .click());
        Path file = folder.resolve("copy.mp4");
        copy.saveAs(file);
        assertThat(Files.readAllBytes(file)).hasSizeGreaterThan(10_000).containsSequence('f', 't', 'y', 'p');
    }

    /** As the audit administrator reads it. */
    private static void isInTheRegister(DemoTown town) {
        Screen auditor = town.signedIn("auditor", Device.DESK).open("/");
        auditor.find(".admin-home a[href='/view-register']").click();
        auditor.find("input[name=camera]").fill(NAME);
        auditor.button("查询").click();
        Locator rows = auditor.find(".register-table tbody tr");
        assertThat(rows.first()).containsText(NAME);
        assertThat(auditor.find(".register-table tbody")).containsText("保存取证录像");
        assertThat(auditor.find(".register-table tbody")).containsText("播放取证录像");
        assertThat(auditor.find(".register-table tbody")).containsText("下载导出件");
        auditor.picture("view-register");
        PageChecksTest.expectGood(auditor);
        auditor.find("input[name=camera]").fill("没有这台");
        auditor.button("查询").click();
        assertThat(auditor.find(".register-body [role=status]")).containsText("没有符合条件");
    }

    /** The town is shared with other tests. */
    private static void putAside(Client duty, JsonNode incident) {
        String path = "/api/incidents/" + incident.path("id").asString();
        long version = duty.get(path).expect(200).json().path("version").asLong();
        duty.post(path + "/actions", Map.of("action", "reject", "version", version, "reason", "演练结束"))
                .expect(200);
    }

    private Film film() throws IOException, InterruptedException {
        FfmpegTool.run(
                folder,
                "ffmpeg",
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
                "-g",
                "10",
                "-bf",
                "0",
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
}
