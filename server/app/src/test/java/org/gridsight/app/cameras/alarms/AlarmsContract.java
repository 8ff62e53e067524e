package org.gridsight.app.cameras.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.media.gb28181.Alarm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Alarms become one incident per camera and kind, and some never do; on every database. */
abstract class AlarmsContract {

    private static final int MOTION_METHOD = 5;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlaceSetUp setUp;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Alarms alarms;

    @Autowired
    private AlarmCards cards;

    @Autowired
    private AlarmReport report;

    @Autowired
    private Incidents incidents;

    @Autowired
    private TransactionTemplate transaction;

    /** Unknown to every other test: the room remembers what rang. */
    private final String device = "34020000001180%06d".formatted(System.nanoTime() / 1_000 % 1_000_000);

    private Client duty = Client.at(java.net.URI.create("http://localhost"));
    private Client video = Client.at(java.net.URI.create("http://localhost"));

    @BeforeEach
    void town() {
        Town.clear(jdbc);
        Town.fill(setUp);
        duty = Town.person(port, accounts, Role.DISPATCHER, Town.CODE);
        video = Town.person(port, accounts, Role.VIDEO_MANAGER, Town.CODE);
        // what an earlier test rang about is over
        alarms.settle();
    }

    /** A camera of the device, unknown to every other test, and its channel. */
    private String camera() {
        Map<String, Object> body = Map.of(
                "name",
                "村口枪机",
                "location",
                Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)),
                "streamUrl",
                "rtsp://10.9.8.7:8554/ch1");
        String id =
                video.post("/api/cameras", body).expect(201).json().path("id").asString();
        jdbc.sql("insert into cameras.channel (camera_id, device_id, channel_id, online) values (?, ?, ?, true)")
                .params(id, device, id)
                .update();
        return id;
    }

    private Alarm alarm(String channel, int method, int type) {
        return new Alarm(device, channel, 1, method, type, "2026-03-05T14:00:00", "张三 鲁A12345", Optional.empty());
    }

    private List<JsonNode> cardsOf(String ringer) {
        alarms.settle();
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode card : duty.get("/api/cameras/alarms").expect(200).json().path("items")) {
            if (card.path("cameraId").asString().equals(ringer)) {
                found.add(card);
            }
        }
        return found;
    }

    private JsonNode incident(JsonNode card) {
        return duty.get("/api/incidents/" + card.path("incidentId").asString())
                .expect(200)
                .json();
    }

    @Test
    void aStormIsOneIncidentWithACount() {
        String camera = camera();
        for (int i = 0; i < 1_000; i++) {
            alarms.hear(alarm(camera, 2, 2));
        }
        List<JsonNode> found = cardsOf(camera);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("count").asInt()).isEqualTo(1_000);
        assertThat(found.get(0).path("kind").asString()).isEqualTo("TAMPERING");
        JsonNode incident = incident(found.get(0));
        assertThat(incident.path("kind").asString()).isEqualTo("CAMERA_FAULT");
        assertThat(incident.path("source").asString()).isEqualTo("VIDEO_ALARM");
        assertThat(incident.path("status").asString()).isEqualTo("REPORTED");
        assertThat(incident.path("title").asString()).isEqualTo("村口枪机:设备被拆动");
        assertThat(incident.path("gridCode").asString()).isEqualTo(Town.CODE + "201001");
        assertThat(incident.toString()).as("words of a device").doesNotContain("张三", "鲁A12345");
        assertThat(duty.get("/api/cameras/alarms?incidentId="
                                + incident.path("id").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);

        // another kind is another matter
        alarms.hear(alarm(camera, 2, 1));
        assertThat(cardsOf(camera)).hasSize(2);
        // seen only where the camera is
        Client elsewhere = Town.person(port, accounts, Role.DISPATCHER, Town.CODE + "202");
        assertThat(elsewhere
                        .get("/api/cameras/alarms")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void gathersOnWhileTheIncidentIsOpenAndOpensAnewAfterwards() {
        String camera = camera();
        alarms.hear(alarm(camera, 6, 1));
        alarms.hear(alarm(camera, 6, 1));
        cardsOf(camera);
        // long ago, by the clock of the card; the memory of the room is another's
        jdbc.sql("update cameras.alarm_card set first_at = timestamp '2026-01-01 00:00:00'")
                .update();
        Alarms later = rules(EnumSet.of(AlarmKind.DISK_FAULT), 10);
        later.hear(alarm(camera, 6, 1));
        later.settle();
        assertThat(cardsOf(camera)).hasSize(1);
        assertThat(cardsOf(camera).get(0).path("count").asInt()).isEqualTo(3);

        JsonNode incident = incident(cardsOf(camera).get(0));
        Map<String, Object> reject =
                Map.of("action", "reject", "version", incident.path("version").asLong(), "reason", "已修复");
        duty.post("/api/incidents/" + incident.path("id").asString() + "/actions", reject)
                .expect(200);
        Alarms muchLater = rules(EnumSet.of(AlarmKind.DISK_FAULT), 10);
        muchLater.hear(alarm(camera, 6, 1));
        assertThat(cardsOf(camera)).hasSize(2);
    }

    @Test
    void onlyWhatIsSwitchedOnAndNeverAPerson() {
        String camera = camera();
        Supplier<Integer> seen = () -> cardsOf(camera).size();
        alarms.hear(alarm(camera, MOTION_METHOD, 2));
        assertThat(seen.get()).as("motion is off").isZero();
        Alarms all = rules(EnumSet.allOf(AlarmKind.class), 1_000);
        for (int type : new int[] {8, 9, 12, 13, 99, -1}) {
            all.hear(alarm(camera, MOTION_METHOD, type));
        }
        all.hear(alarm(camera, 1, 0));
        all.hear(alarm("34020000001320009999", 0, 0));
        assertThat(seen.get()).as("about persons, or nobody knows what").isZero();
        all.hear(alarm(camera, MOTION_METHOD, 2));
        assertThat(seen.get()).isEqualTo(1);
        assertThat(incident(cardsOf(camera).get(0)).path("kind").asString()).isEqualTo("OTHER");
    }

    @Test
    void aFloodOfManyCamerasIsOneMore() {
        Alarms few = rules(EnumSet.of(AlarmKind.VIDEO_LOSS), 3);
        for (int i = 0; i < 8; i++) {
            few.hear(alarm(camera(), 2, 1));
        }
        few.settle();
        List<JsonNode> together = cardsOf("*");
        assertThat(together).hasSize(1);
        assertThat(together.get(0).path("count").asInt()).isEqualTo(5);
        assertThat(incident(together.get(0)).path("title").asString()).startsWith("多台摄像机");
    }

    @Test
    void joinsTheFaultThatTheProductHasFoundItself() {
        String camera = camera();
        Map<String, Object> found = Map.of(
                "kind", "CAMERA_FAULT",
                "title", "摄像机黑屏：村口枪机",
                "description", "自动巡检",
                "location", Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)),
                "occurredAt", "2026-03-05T13:50:00+08:00",
                "source", "HOTLINE_12345");
        String known =
                duty.post("/api/incidents", found).expect(201).json().path("id").asString();
        jdbc.sql("insert into cameras.fault (camera_id, fault, since, reported_at, incident_id)"
                        + " values (?, 'BLACK', ?, ?, ?)")
                .param(camera)
                .param(Timestamp.from(clock.instant()))
                .param(Timestamp.from(clock.instant()))
                .param(UUID.fromString(known))
                .update();
        alarms.hear(alarm(camera, 2, 2));
        List<JsonNode> rang = cardsOf(camera);
        assertThat(rang).hasSize(1);
        assertThat(rang.get(0).path("incidentId").asString()).isEqualTo(known);
        assertThat(duty.get("/api/incidents/" + known + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsString("action"))
                .containsExactly("report", "note");
        assertThat(duty.get("/api/cameras/alarms?incidentId=" + known)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aDeviceIsWhereItsCamerasAre() {
        camera();
        alarms.hear(alarm(device, 6, 0));
        List<JsonNode> found = cardsOf(device);
        assertThat(found).hasSize(1);
        assertThat(incident(found.get(0)).path("gridCode").asString()).isEqualTo(Town.CODE + "201001");
    }

    /** The same room with other settings and nothing remembered. */
    private Alarms rules(Set<AlarmKind> on, int flood) {
        return new Alarms(
                cards,
                report,
                incidents,
                new AlarmSettings(on, Duration.ofMinutes(30), flood),
                transaction,
                clock,
                meters);
    }

    @Autowired
    private Clock clock;

    @Autowired
    private MeterRegistry meters;
}
