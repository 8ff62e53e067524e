package org.gridsight.app.cameras.health;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.cameras.Inspections;
import org.gridsight.app.cameras.Inspections.Inspectable;
import org.gridsight.app.cameras.Look;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A town with one real RTSP camera and an inspector whose clock the test sets. */
abstract class InspectedTown {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    static final String STREET = "testsrc2=size=320x180:rate=5,noise=alls=10:allf=t";
    static final HealthSettings SETTINGS = new HealthSettings(
            Duration.ofMinutes(30),
            4,
            Duration.ofSeconds(60),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofSeconds(30),
            ZoneId.of("Asia/Shanghai"),
            0,
            0,
            Duration.ofDays(7),
            0.98,
            0.95);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inspections inspections;

    @Autowired
    HealthTable table;

    @Autowired
    FaultDesk desk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    final RtspManners manners = new RtspManners();
    Client video = Client.at(URI.create("http://localhost"));
    Client duty = Client.at(URI.create("http://localhost"));
    private Optional<RtspCamera> device = Optional.empty();
    private Optional<Reel> reel = Optional.empty();
    private Optional<Inspector> inspector = Optional.empty();
    String cameraId = "";

    /** Runs behind the real time, so that nothing lies in the future. */
    final class SlowClock extends Clock {

        private Instant now = Instant.now().minus(Duration.ofHours(2));

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final SlowClock clock = new SlowClock();

    @BeforeEach
    void town() throws IOException, InterruptedException {
        Town.clear(jdbc);
        Town.fill(setUp);
        video = Town.person(port, accounts, Role.VIDEO_MANAGER, Town.CODE);
        duty = Town.person(port, accounts, Role.DISPATCHER, Town.CODE);
        Film street = film("street.h264", STREET);
        Reel shown = new Reel(street);
        reel = Optional.of(shown);
        manners.rate = 10;
        manners.pictures = 0;
        RtspCamera started = new RtspCamera(new Film(street.codec(), street.sets(), shown), manners);
        device = Optional.of(started);
        inspector = Optional.of(anew());
        cameraId = enter("rtsp://127.0.0.1:" + started.address().getPort() + "/ch1");
    }

    @AfterEach
    void stop() {
        device.ifPresent(RtspCamera::close);
        inspector.ifPresent(Inspector::destroy);
    }

    /** As after a restart: nothing is remembered but what the database knows. */
    Inspector anew() {
        CameraJudge judge = new CameraJudge(inspections, table, desk, SETTINGS, transaction, json);
        return new Inspector(inspections, judge, table, SETTINGS, clock);
    }

    void restart() {
        inspector.ifPresent(Inspector::destroy);
        inspector = Optional.of(anew());
    }

    RtspCamera device() {
        return device.orElseThrow();
    }

    Film film(String name, String source) throws IOException, InterruptedException {
        return Reel.film(folder, name, source);
    }

    void show(String source) throws IOException, InterruptedException {
        reel.orElseThrow().show(film("next.h264", source));
    }

    /** Time goes by for the inspector. */
    Clock later(Duration passed) {
        clock.now = clock.now.plus(passed);
        return clock;
    }

    String enter(String url) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "村口枪机");
        body.put("kind", "FIXED");
        body.put("location", Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)));
        body.put("streamUrl", url);
        return video.post("/api/cameras", body).expect(201).json().path("id").asString();
    }

    /** So many looks that bring a picture, 40 s apart, each another one. */
    void look(int times) {
        look(times, Look.Outcome.PICTURE);
    }

    /** A busy machine, a cold camera or a cold decoder may need more than one try for each. */
    void look(int times, Look.Outcome wanted) {
        for (int i = 0; i < times; i++) {
            reel.orElseThrow().turn();
            await().atMost(LIMIT).until(this::lookAtTheSame, wanted::equals);
        }
    }

    /** As many looks as it takes. */
    void lookUntil(Callable<Boolean> wanted) {
        await().atMost(LIMIT).until(() -> {
            look(1);
            return wanted.call();
        });
    }

    Look.Outcome lookAtTheSame() {
        clock.now = clock.now.plusSeconds(40);
        return inspector.orElseThrow().inspect(camera());
    }

    Inspectable camera() {
        return inspections.cameras().stream()
                .filter(camera -> camera.cameraId().equals(cameraId))
                .findFirst()
                .orElseThrow();
    }

    JsonNode health() {
        return duty.get("/api/cameras/" + cameraId + "/health").expect(200).json();
    }

    JsonNode figures() {
        return duty.get("/api/cameras/figures").expect(200).json();
    }

    String status() {
        return jdbc.sql("select status from cameras.camera where camera_id = ?")
                .param(cameraId)
                .query(String.class)
                .single();
    }

    /** Cases about this camera, the oldest first. */
    List<String> cases() {
        return jdbc.sql("select cast(id as varchar(40)) from incidents.incident where kind = 'CAMERA_FAULT'"
                        + " and description like ? order by seq")
                .param("%" + cameraId + "%")
                .query(String.class)
                .list();
    }
}
