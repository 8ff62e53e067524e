package org.gridsight.app.cameras.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.media.Codec;
import org.gridsight.media.fmp4.MovieFile;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Clips of a simulated RTSP camera, from the wish to the last byte, on every database. */
abstract class ClipsContract extends ClipTown {

    private static final Film FILM = Film.random(Codec.H264, 60, 2_000);

    private final RtspCamera device = device(FILM);

    @Autowired
    private ClipRepair repair;

    @AfterEach
    void stop() {
        device.close();
    }

    private Path file(JsonNode clip) {
        return folder.original(UUID.fromString(clip.path("id").asString()));
    }

    private JsonNode verified(JsonNode clip) {
        return duty.get("/api/clips/" + clip.path("id").asString() + "/verification")
                .expect(200)
                .json();
    }

    private List<String> trail(JsonNode clip) {
        return jdbc.sql("select action from audit.record where subject = ? order by at")
                .param("clip/" + clip.path("id").asString())
                .query(String.class)
                .list();
    }

    @Test
    void keepsLivePicturesInSealedSegmentsAndPlaysThemForATicket() throws IOException {
        String camera = camera(device, Map.of());
        JsonNode clip = saved(duty, camera);
        assertThat(clip.path("state").asString()).isEqualTo("SAVED");
        assertThat(clip.path("ending").asString()).isEqualTo("STOPPED");
        assertThat(clip.path("incidentId").asString()).isEqualTo(incident);
        assertThat(clip.path("mime").asString()).startsWith("video/mp4; codecs=\"avc1.");
        MovieFile.Whole whole = MovieFile.scan(file(clip));
        assertThat(whole.bytes()).isEqualTo(clip.path("bytes").asLong()).isEqualTo(Files.size(file(clip)));
        assertThat(clip.path("durationSeconds").asDouble()).isGreaterThan(0.9);
        assertThat(verified(clip).path("intact").asBoolean()).isTrue();
        assertThat(verified(clip).path("chainHead").asString())
                .isEqualTo(clip.path("chainHead").asString());
        assertThat(trail(clip)).containsExactlyInAnyOrder("clip.begin", "clip.save");
        String saved = jdbc.sql("select details from audit.record where action = 'clip.save' and subject = ?")
                .param("clip/" + clip.path("id").asString())
                .query(String.class)
                .single();
        assertThat(saved).contains(clip.path("chainHead").asString());

        Client.Reply all = duty.get(play(duty, clip)).expect(200);
        assertThat(all.body()).isEqualTo(Files.readAllBytes(file(clip)));
        assertThat(all.headers().get("content-type")).isEqualTo("video/mp4");
        assertThat(all.headers().get("cache-control")).contains("no-store");
        Client.Reply part = person(Role.VERIFIER)
                .withHeader("Range", "bytes=4-7")
                .get("/media/clips/" + clip.path("id").asString() + "/clip.mp4?ticket=none");
        assertThat(part.status()).isEqualTo(403);
        String path = play(video, clip);
        assertThat(video.withHeader("Range", "bytes=4-7").get(path).expect(206).text())
                .isEqualTo("ftyp");
        assertThat(begins(clip)).isEqualTo(2);
    }

    private long begins(JsonNode clip) {
        return jdbc.sql("select count(*) from audit.record where action = 'view.begin' and details like ?"
                        + " and details like '%\"what\":\"clip\"%'")
                .param("%" + clip.path("id").asString() + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void namesTheFirstSegmentInWhichAByteHasChanged() throws IOException {
        JsonNode clip = saved(duty, camera(device, Map.of()));
        Path file = file(clip);
        long second = jdbc.sql("select first_byte from cameras.clip_segment where clip_id = ? and number = 2")
                .param(UUID.fromString(clip.path("id").asString()))
                .query(Long.class)
                .single();
        flip(file, second + 200);
        assertThat(verified(clip).path("intact").asBoolean()).isFalse();
        assertThat(verified(clip).path("firstBroken").asInt()).isEqualTo(2);
        assertThat(verified(clip).path("problem").asString()).isEqualTo("BYTES_CHANGED");
        flip(file, second + 200);
        assertThat(verified(clip).path("intact").asBoolean()).isTrue();

        Files.write(file, new byte[1], StandardOpenOption.APPEND);
        assertThat(verified(clip).path("problem").asString()).isEqualTo("BYTES_ADDED");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(second + 1);
        }
        assertThat(verified(clip).path("problem").asString()).isEqualTo("FILE_SHORT");
        assertThat(verified(clip).path("firstBroken").asInt()).isEqualTo(2);
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int before = bytes.read();
            bytes.seek(at);
            bytes.write(before ^ 1);
        }
    }

    @Test
    void endsAtTheNextStartWhatAKilledServerWasRecording() throws IOException {
        JsonNode clip = saved(duty, camera(device, Map.of()));
        UUID id = UUID.fromString(clip.path("id").asString());
        // as a kill leaves it: one segment written down, more and half a picture in the file
        long first = jdbc.sql("select length from cameras.clip_segment where clip_id = ? and number = 1")
                .param(id)
                .query(Long.class)
                .single();
        jdbc.sql("delete from cameras.clip_segment where clip_id = ? and number > 1")
                .param(id)
                .update();
        jdbc.sql("update cameras.clip set state = 'RECORDING', ending = null, segments = 1, bytes = ?, chain_head ="
                        + " (select link from cameras.clip_segment where clip_id = ?) where id = ?")
                .params(first, id, id)
                .update();
        Files.write(file(clip), new byte[] {0, 0, 9, 9, 'm', 'o', 'o', 'f', 1, 2}, StandardOpenOption.APPEND);

        // its writer may have a last word to say before it is given up
        JsonNode mended = await().atMost(LIMIT)
                .until(
                        () -> {
                            repair.repairAll();
                            return clip(id.toString());
                        },
                        seen -> !seen.path("state").asString().equals("RECORDING"));
        assertThat(mended.path("state").asString()).isEqualTo("SAVED");
        assertThat(mended.path("ending").asString()).isEqualTo("INTERRUPTED");
        assertThat(mended.path("segments").asInt()).isEqualTo(2);
        assertThat(mended.path("bytes").asLong())
                .isEqualTo(clip.path("bytes").asLong())
                .isEqualTo(Files.size(file(clip)));
        assertThat(verified(mended).path("intact").asBoolean()).isTrue();
    }

    @Test
    void isSavedOnlyForATicketForThisCameraAndWithinBounds() {
        String camera = camera(device, Map.of());
        String path = "/api/cameras/" + camera + "/clips";
        String foreign = ticket(video, camera);
        assertThat(code(duty.post(path, Map.of()).expect(403))).isEqualTo("camera.ticket-required");
        assertThat(code(duty.post(path, Map.of("ticket", foreign)).expect(403))).isEqualTo("camera.ticket-refused");
        Map<String, Object> bad = Map.of("source", "RADIO", "incidentId", "nothing", "minutes", 31);
        assertThat(save(duty, camera, bad).expect(422).json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("source", "incidentId", "minutes");
        Client.Reply device = save(duty, camera, Map.of("source", "DEVICE"));
        assertThat(code(device.expect(409))).isEqualTo("clip.no-recordings");
        Client.Reply other = save(duty, camera, Map.of("incidentId", report()));
        assertThat(code(other.expect(403))).isEqualTo("clip.other-purpose");
        String patrol = duty.post("/api/cameras/" + camera + "/tickets", Map.of("purpose", "PATROL", "reason", "巡查"))
                .expect(201)
                .json()
                .path("ticket")
                .asString();
        assertThat(code(save(duty, camera, Map.of("ticket", patrol)).expect(403)))
                .isEqualTo("clip.other-purpose");
        assertThat(jdbc.sql("select count(*) from cameras.clip where camera_id = ?")
                        .param(camera)
                        .query(Long.class)
                        .single())
                .isZero();
        for (int i = 0; i < 4; i++) {
            begin(duty, camera);
        }
        assertThat(code(save(duty, camera, Map.of()).expect(409))).isEqualTo("clip.too-many-at-once");
        JsonNode list = duty.get("/api/clips?cameraId=" + camera).expect(200).json();
        assertThat(list.path("items").size()).isEqualTo(4);
        list.path("items").forEach(clip -> stop(clip.path("id").asString()));
        assertThat(Town.person(port, accounts, Role.DISPATCHER, Town.CODE + "202")
                        .get("/api/clips?cameraId=" + camera)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    private void stop(String clip) {
        await().atMost(LIMIT)
                .until(() -> duty.post("/api/clips/" + clip + "/stop", Map.of()).status() == 202);
        awaitEnd(clip);
    }

    static String code(Client.Reply reply) {
        return reply.json().path("code").asString();
    }

    @Test
    void isNeverPlayedUnmaskedToWhoeverMayNotSeeBehindTheMasks() {
        JsonNode clip = saved(duty, camera(device, Map.of("masked", true)));
        assertThat(clip.path("playable").asBoolean()).isFalse();
        assertThat(code(duty.get(play(duty, clip)).expect(403))).isEqualTo("clip.masked");
        video.get(play(video, clip)).expect(200);

        // masks that come afterwards hold for what was saved before
        String open = camera(device, Map.of());
        JsonNode before = saved(duty, open);
        assertThat(before.path("playable").asBoolean()).isTrue();
        video.patch("/api/cameras/" + open, Map.of("version", 0, "masked", true))
                .expect(200);
        assertThat(code(duty.get(play(duty, before)).expect(403))).isEqualTo("clip.masked");
    }

    @Test
    void keepsTheMasksThatCameWhileItWasRecorded() {
        String camera = camera(device, Map.of());
        String id = begin(duty, camera);
        awaitSegments(id, 1);
        String path = "/api/cameras/" + camera;
        long masked = video.patch(path, Map.of("version", 0, "masked", true))
                .expect(200)
                .json()
                .path("version")
                .asLong();
        duty.post("/api/clips/" + id + "/stop", Map.of()).expect(202);
        JsonNode clip = awaitEnd(id);
        video.patch(path, Map.of("version", masked, "masked", false)).expect(200);
        assertThat(code(duty.get(play(duty, clip)).expect(403))).isEqualTo("clip.masked");
        video.get(play(video, clip)).expect(200);
    }
}
