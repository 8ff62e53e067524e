package org.gridsight.app.cameras.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A copy of real coded pictures leaves the house: asked, approved by a second person, masked, marked, fetched, expired. */
@EmbeddedTown
class ExportsTest extends ClipTown {

    @TempDir
    private Path work;

    @Autowired
    private Exports exports;

    @Autowired
    private Clock clock;

    private RtspCamera device = device(Film.random(Codec.H264, 1, 100));

    @BeforeEach
    void film() throws IOException, InterruptedException {
        String source = "color=white:size=320x180:rate=40:duration=2";
        FfmpegTool.run(
                work,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                source,
                "-pix_fmt",
                "yuv420p",
                "-g",
                "20",
                "-bf",
                "0",
                "-f",
                "h264",
                "film.h264");
        device.close();
        device = device(Film.parse(Codec.H264, Files.readAllBytes(work.resolve("film.h264"))));
    }

    @AfterEach
    void stop() {
        device.close();
    }

    private static String decision(JsonNode wish) {
        return "/api/clips/" + wish.path("clipId").asString() + "/exports/"
                + wish.path("id").asString() + "/decision";
    }

    private JsonNode wish(String clip, String id) {
        for (JsonNode export : clip(clip).path("exports")) {
            if (export.path("id").asString().equals(id)) {
                return export;
            }
        }
        throw new AssertionError("no export " + id);
    }

    @Test
    void leaveTheHouseMaskedAndMarkedAfterASecondPersonsWord() throws Exception {
        String camera = camera(
                device,
                Map.of("masks", List.of(List.of(List.of(0, 0), List.of(0.5, 0), List.of(0.5, 1), List.of(0, 1)))));
        Client leader = person(Role.LEADER);
        JsonNode clip = saved(leader, camera);
        String id = clip.path("id").asString();
        String path = "/api/clips/" + id + "/exports";
        assertThat(leader.post(path, Map.of()).expect(422).json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("purpose", "reason");
        JsonNode wish = leader.post(path, Map.of("purpose", "移送公安机关", "reason", "案件需要"))
                .expect(201)
                .json();
        assertThat(duty.get("/api/clips?waiting=true").expect(200).text()).contains(id);

        Map<String, Object> yes = Map.of("approve", true, "comment", "同意");
        assertThat(ClipsContract.code(leader.post(decision(wish), yes).expect(403)))
                .isEqualTo("clip.second-person");
        duty.post(decision(wish), yes).expect(403);
        Client supervisor = person(Role.SUPERVISOR);
        supervisor.post(decision(wish), yes).expect(200);
        assertThat(ClipsContract.code(supervisor.post(decision(wish), yes).expect(409)))
                .isEqualTo("clip.export-decided");

        String export = wish.path("id").asString();
        String url = fetched(clip, export, leader, supervisor);
        staysInTheHouseOnceOtherPartsAreHidden(camera, url, leader);
        expires(id, export, url + ticket(leader, camera), leader);
    }

    /** Waits for the copy, fetches it as the one who asked, looks at it, and answers where it was. */
    private String fetched(JsonNode clip, String export, Client leader, Client supervisor)
            throws IOException, InterruptedException, GeneralSecurityException {
        String id = clip.path("id").asString();
        String camera = clip.path("cameraId").asString();
        JsonNode ready = await().atMost(LIMIT)
                .until(
                        () -> wish(id, export),
                        seen -> !seen.path("state").asString().equals("MAKING"));
        assertThat(ready.path("failure").isNull()).as("%s", ready).isTrue();
        String url = ready.path("url").asString() + "?ticket=";
        assertThat(ClipsContract.code(
                        supervisor.get(url + ticket(supervisor, camera)).expect(403)))
                .isEqualTo("clip.not-requester");
        Client.Reply copy = leader.get(url + ticket(leader, camera)).expect(200);
        assertThat(copy.headers().get("content-disposition")).contains("attachment", ".mp4");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(copy.body());
        assertThat(ready.path("sha256").asString()).isEqualTo(Chain.hex(hash));
        assertThat(wish(id, export).path("downloads").asInt()).isEqualTo(1);
        looksAsItShould(copy.body());

        return url;
    }

    private void looksAsItShould(byte[] copy) throws IOException, InterruptedException {
        Files.write(work.resolve("copy.mp4"), copy);
        assertThat(FfmpegTool.run(
                        work,
                        "ffprobe",
                        "-show_entries",
                        "stream=codec_name,width,height",
                        "-of",
                        "csv=p=0",
                        "copy.mp4"))
                .startsWith("h264,320,180");
        FfmpegTool.run(
                work, "ffmpeg", "-i", "copy.mp4", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "first.raw");
        byte[] grey = Files.readAllBytes(work.resolve("first.raw"));
        assertThat(grey[50 * 320 + 8] & 0xff).as("behind the mask").isLessThan(40);
        assertThat(grey[50 * 320 + 300] & 0xff).as("beside it").isGreaterThan(180);
    }

    private void staysInTheHouseOnceOtherPartsAreHidden(String camera, String url, Client leader) {
        List<Object> half = List.of(List.of(0, 0), List.of(0.5, 0), List.of(0.5, 1), List.of(0, 1));
        List<Object> corner = List.of(List.of(0.8, 0.8), List.of(1, 0.8), List.of(1, 1));
        long version = version(camera);
        video.patch("/api/cameras/" + camera, Map.of("version", version, "masks", List.of(half, corner)))
                .expect(200);
        assertThat(ClipsContract.code(leader.get(url + ticket(leader, camera)).expect(409)))
                .isEqualTo("clip.export-unmasked");
        video.patch("/api/cameras/" + camera, Map.of("version", version(camera), "masks", List.of(half)))
                .expect(200);
        leader.get(url + ticket(leader, camera)).expect(200);
    }

    private long version(String camera) {
        return video.get("/api/cameras/" + camera + "/details")
                .expect(200)
                .json()
                .path("version")
                .asLong();
    }

    private void expires(String clip, String export, String url, Client leader) {
        exports.expire(clock.instant().plus(Duration.ofDays(6)));
        assertThat(wish(clip, export).path("state").asString()).isEqualTo("READY");
        exports.expire(clock.instant().plus(Duration.ofDays(8)));
        assertThat(wish(clip, export).path("state").asString()).isEqualTo("EXPIRED");
        assertThat(folder.copy(UUID.fromString(export))).doesNotExist();
        assertThat(ClipsContract.code(leader.get(url).expect(409))).isEqualTo("clip.export-not-ready");
        List<String> trail = jdbc.sql("select action from audit.record where subject = ? order by at")
                .param("clip/" + clip)
                .query(String.class)
                .list();
        assertThat(trail)
                .containsExactlyInAnyOrder(
                        "clip.begin",
                        "clip.save",
                        "clip.export-ask",
                        "clip.export-approve",
                        "clip.export-make",
                        "clip.export-expire");
    }

    @Test
    void areRefusedWithWordsAndNeverMadeWhereNobodyHasDrawnTheMasks() {
        JsonNode clip = saved(duty, camera(device, Map.of()));
        String path = "/api/clips/" + clip.path("id").asString() + "/exports";
        Map<String, Object> why = Map.of("purpose", "保险理赔", "reason", "当事人申请");
        JsonNode wish = duty.post(path, why).expect(201).json();
        Client leader = person(Role.LEADER);
        leader.post(decision(wish), Map.of("approve", false)).expect(422);
        leader.post(decision(wish), Map.of("approve", false, "comment", "与本案无关"))
                .expect(200);
        assertThat(wish(clip.path("id").asString(), wish.path("id").asString())
                        .path("comment")
                        .asString())
                .isEqualTo("与本案无关");

        video.patch("/api/cameras/" + clip.path("cameraId").asString(), Map.of("version", 0, "masked", true))
                .expect(200);
        assertThat(ClipsContract.code(duty.post(path, why).expect(409))).isEqualTo("clip.no-masks-drawn");
    }
}
