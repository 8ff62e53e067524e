package org.gridsight.app.cameras.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.access.Standing;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.cameras.StreamTicket;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.app.testing.Town;
import org.gridsight.media.Codec;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How long clips are kept: the floor, the purpose, the ceiling, holds; and what a full disk does. */
@EmbeddedTown
class CustodyTest extends ClipTown {

    private final RtspCamera device = device(Film.random(Codec.H264, 60, 2_000));

    @Autowired
    private Retention retention;

    @Autowired
    private DiskAlarm alarm;

    @Autowired
    private Clock clock;

    @Autowired
    private Footage footage;

    @Autowired
    private ClipLedger ledger;

    @Autowired
    private ClipTable table;

    @Autowired
    private EvidenceSettings settings;

    @TempDir
    private Path work;

    @AfterEach
    void stop() {
        device.close();
    }

    private String stateAfter(JsonNode clip, int days) {
        retention.sweep(Clock.offset(clock, Duration.ofDays(days)));
        return clip(clip.path("id").asString()).path("state").asString();
    }

    private void reject() {
        JsonNode now = duty.get("/api/incidents/" + incident).expect(200).json();
        Map<String, Object> move = Map.of(
                "action", "reject", "version", now.path("version").asLong(), "reasonCode", "NO_MATTER", "reason", "误报");
        duty.post("/api/incidents/" + incident + "/actions", move).expectSuccess();
    }

    @Test
    void areDeletedWithARecordWhenTheirPurposeIsMet() {
        JsonNode clip = saved(duty, camera(device, Map.of()));
        String id = clip.path("id").asString();
        String holds = "/api/clips/" + id + "/holds";
        assertThat(stateAfter(clip, 31)).as("while the incident is open").isEqualTo("SAVED");
        reject();
        assertThat(stateAfter(clip, 29)).as("before thirty days").isEqualTo("SAVED");

        assertThat(video.post(holds, Map.of()).status()).isEqualTo(422);
        assertThat(duty.post(holds, Map.of("reason", "x")).status()).isEqualTo(403);
        String hold = video.post(holds, Map.of("reason", "行政复议"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(stateAfter(clip, 400)).as("under a hold").isEqualTo("SAVED");
        String release = holds + "/" + hold + "/release";
        video.post(release, Map.of("reason", "复议结束")).expect(200);
        assertThat(ClipsContract.code(video.post(release, Map.of("reason", "x")).expect(404)))
                .isEqualTo("clip.hold-not-found");

        assertThat(folder.original(UUID.fromString(id))).exists();
        assertThat(stateAfter(clip, 31)).isEqualTo("DELETED");
        assertThat(folder.original(UUID.fromString(id))).doesNotExist();
        JsonNode record = clip(id).path("deletion");
        assertThat(record.path("ground").asString()).isEqualTo("PURPOSE_MET");
        assertThat(record.path("chainHead").asString())
                .isEqualTo(clip.path("chainHead").asString());
        String written = jdbc.sql("select details from audit.record where action = 'clip.delete' and subject = ?")
                .param("clip/" + id)
                .query(String.class)
                .single();
        assertThat(written).contains("PURPOSE_MET", clip.path("chainHead").asString());
        assertThat(ClipsContract.code(video.get(play(video, clip)).expect(409))).isEqualTo("clip.deleted");
        assertThat(ClipsContract.code(
                        video.get("/api/clips/" + id + "/verification").expect(409)))
                .isEqualTo("clip.deleted");
    }

    @Test
    void loseFilesThatAnEarlierSweepCouldNotRemove() throws IOException {
        JsonNode clip = saved(duty, camera(device, Map.of()));
        Path file = folder.original(UUID.fromString(clip.path("id").asString()));
        reject();
        assertThat(stateAfter(clip, 31)).isEqualTo("DELETED");
        Files.write(file, new byte[10]);
        Path unknown = folder.original(UUID.randomUUID());
        Files.write(unknown, new byte[10]);
        retention.sweep(clock);
        assertThat(file).doesNotExist();
        assertThat(unknown).as("of no deleted clip").exists();
        Files.delete(unknown);
    }

    @Test
    void sayHowManyPicturesASlowDiskHasCost() throws IOException {
        String camera = camera(device, Map.of());
        Clip clip = clip(camera, footage.check(camera, ticket(duty, camera), standing()));
        ledger.begun(clip);
        Deque<Runnable> disk = new ArrayDeque<>();
        ClipFile file = ClipFile.create(work.resolve("slow.mp4"), clip.id());
        Recording recording =
                new Recording(clip.id(), file, new Recording.Bounds(1L << 30, folder), toLedger(clip), disk::add);
        VideoFormat format = new VideoFormat(Codec.H264, List.of());
        recording.format(new InitSegment("video/mp4", 2, 2, format, new byte[100]));
        recording.picture(picture(0, false));
        for (int number = 1; number <= 20; number++) {
            recording.picture(picture(number, number == 1));
        }
        disk.remove().run();
        // there is room again, but it cannot begin here
        recording.picture(picture(21, false));
        recording.picture(picture(22, true));
        disk.remove().run();
        recording.end(Clip.Ending.STOPPED, null);
        disk.remove().run();

        JsonNode saved = clip(clip.id().toString());
        assertThat(saved.path("state").asString()).isEqualTo("SAVED");
        assertThat(saved.path("missingPictures").asInt())
                .as("15 of 1 MB wait; what came before the first key picture is not missed")
                .isEqualTo(6);
        String written = jdbc.sql("select details from audit.record where action = 'clip.save' and subject = ?")
                .param("clip/" + clip.id())
                .query(String.class)
                .single();
        assertThat(written).contains("\"missing\":\"6\"");
    }

    private static Fragment picture(int number, boolean key) {
        return new Fragment(new byte[1 << 20], key, number * 9_000L, 0);
    }

    private Recording.Owner toLedger(Clip clip) {
        return new Recording.Owner() {
            @Override
            public void sealed(UUID id, Segment segment, Clip.Extent extent) {
                ledger.sealed(clip, segment, extent);
            }

            @Override
            public void ended(UUID id, Clip.Extent extent, Clip.Ending ending, @Nullable String cause) {
                ledger.ended(clip, extent, ending, cause);
            }

            @Override
            public Instant shownAt(Fragment picture, long millis) {
                return clock.instant();
            }
        };
    }

    @Test
    void areDeletedAtTheCeilingOfTheirCameraAlthoughTheIncidentIsOpen() {
        JsonNode clip = saved(duty, camera(device, Map.of()));
        String path = "/api/cameras/" + clip.path("cameraId").asString() + "/clips/ceiling";
        assertThat(video.put(path, Map.of("days", 29)).status()).isEqualTo(422);
        assertThat(duty.put(path, Map.of("days", 60)).status()).isEqualTo(403);
        video.put(path, Map.of("days", 60)).expect(200);
        JsonNode ceiling = video.get(path).expect(200).json();
        assertThat(ceiling.path("days").asInt()).isEqualTo(60);
        assertThat(ceiling.path("least").asInt()).isEqualTo(30);
        assertThat(stateAfter(clip, 59)).isEqualTo("SAVED");
        assertThat(stateAfter(clip, 61)).isEqualTo("DELETED");
        assertThat(clip(clip.path("id").asString())
                        .path("deletion")
                        .path("ground")
                        .asString())
                .isEqualTo("CEILING");
    }

    @Test
    void stopWhenTheDiskIsFullAndRaiseAnAlarmWhileIncidentsGoOn() {
        String camera = camera(device, Map.of());
        StreamTicket ticket = footage.check(camera, ticket(duty, camera), standing());
        EvidenceFolder full = new EvidenceFolder(work, Long.MAX_VALUE);
        Clip clip = clip(camera, ticket);
        Recordings recordings = new Recordings(footage, ledger, full, settings, clock, new SimpleMeterRegistry());
        assertThat(recordings.reserve(clip)).isTrue();
        ledger.begun(clip);
        recordings.begin(clip, ticket);

        JsonNode ended = awaitEnd(clip.id().toString());
        assertThat(ended.path("ending").asString()).isEqualTo("DISK_FULL");
        assertThat(ended.path("state").asString()).isEqualTo("SAVED");
        Clip kept = table.find(clip.id(), Scope.everything()).orElseThrow();
        assertThat(ChainCheck.verify(kept, full.original(clip.id()), table.segments(clip.id()))
                        .intact())
                .isTrue();
        UUID raised =
                await().atMost(LIMIT).until(alarm::current, Optional::isPresent).orElseThrow();
        assertThat(duty.get("/api/incidents/" + raised)
                        .expect(200)
                        .json()
                        .path("kind")
                        .asString())
                .isEqualTo("CAMERA_FAULT");
        alarm.raise(kept);
        assertThat(alarm.current()).as("one at a time").contains(raised);
        assertThat(report()).isNotEmpty();
        recordings.destroy();
    }

    private Standing standing() {
        String username = duty.get("/api/session").json().path("username").asString();
        String session = jdbc.sql("select session_id from access.spring_session where principal_name = ?")
                .param(username)
                .query(String.class)
                .single();
        CurrentUser user = new CurrentUser(username, "测试人员", Set.of(Role.DISPATCHER), new Scope(Town.CODE), null, null);
        return new Standing(user, session.strip(), false);
    }

    private Clip clip(String camera, StreamTicket ticket) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        return new Clip(
                id,
                new Clip.Of(camera, "村口球机", Town.CODE + "201001", UUID.fromString(incident), "2026-1"),
                Clip.Source.LIVE,
                Clip.State.RECORDING,
                null,
                null,
                now,
                now.plus(Duration.ofMinutes(30)),
                now,
                null,
                Clip.Extent.none(id),
                false,
                "[]",
                new Clip.By(ticket.user().username(), "测试人员", ticket.grantId()),
                null,
                now,
                null,
                null);
    }
}
