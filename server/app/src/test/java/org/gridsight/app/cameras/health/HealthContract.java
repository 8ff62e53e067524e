package org.gridsight.app.cameras.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.app.access.Role;
import org.gridsight.app.cameras.InspectionGrant;
import org.gridsight.app.cameras.Look;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.media.rtsp.Reports;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.JsonNode;

/** From a black picture of a real stream to one case in the closed loop and back, on every database. */
abstract class HealthContract extends InspectedTown {

    private static final String BLACK = "color=black:size=320x180:rate=5,noise=alls=3:allf=t";

    @Test
    void opensOneCaseForABlackPictureAndNotesTheCure() throws IOException, InterruptedException {
        assertThat(status()).isEqualTo("NEVER_CONNECTED");
        look(1);
        assertThat(status()).isEqualTo("ONLINE");
        assertThat(health().path("fault").isNull()).isTrue();
        assertThat(health().path("measures").path("mean").asDouble()).isGreaterThan(30);
        assertThat(figures().path("good").asInt()).isEqualTo(1);
        assertThat(figures().path("goodRate").asDouble()).isEqualTo(1);

        show(BLACK);
        look(2);
        assertThat(cases()).isEmpty();
        look(1);
        assertThat(cases()).hasSize(1);
        restart();
        look(3);
        assertThat(cases()).hasSize(1);

        toldEverywhere();

        show(STREET);
        look(3);
        assertThat(health().path("fault").isNull()).isTrue();
        JsonNode course = duty.get("/api/incidents/" + cases().get(0) + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(course.findValuesAsString("action")).containsExactly("report", "note");
        assertThat(duty.get("/api/incidents/" + cases().get(0))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("REPORTED");
    }

    @Test
    void doesNotReportAgainWhatLasts() throws IOException, InterruptedException {
        show(BLACK);
        look(3);
        assertThat(cases()).hasSize(1);
        show(STREET);
        look(3);
        // it comes back while the case is open: the same case
        show(BLACK);
        look(3);
        assertThat(cases()).hasSize(1);
        Client.Reply rejected = duty.post(
                "/api/incidents/" + cases().get(0) + "/actions",
                Map.of("action", "reject", "reason", "已知", "version", version()));
        rejected.expect(200);
        look(2);
        assertThat(cases()).as("not again while it only lasts").hasSize(1);
        show(STREET);
        look(3);
        show(BLACK);
        look(3);
        assertThat(cases()).as("a new one after a cure").hasSize(2);
    }

    private void toldEverywhere() {
        JsonNode told = health();
        assertThat(told.path("fault").asString()).isEqualTo("BLACK");
        assertThat(told.path("incidentId").asString()).isEqualTo(cases().get(0));
        JsonNode figures = figures();
        assertThat(figures.path("goodRate").asDouble()).isZero();
        assertThat(figures.path("onlineRate").asDouble()).isEqualTo(1);
        assertThat(figures.path("faults").get(0).path("cameraId").asString()).isEqualTo(cameraId);
        JsonNode incident =
                duty.get("/api/incidents/" + cases().get(0)).expect(200).json();
        assertThat(incident.path("kind").asString()).isEqualTo("CAMERA_FAULT");
        assertThat(incident.path("source").asString()).isEqualTo("VIDEO_ALARM");
        assertThat(incident.path("status").asString()).isEqualTo("REPORTED");
        assertThat(incident.path("gridCode").asString()).isEqualTo(Town.CODE + "201001");
    }

    @Test
    void losesNoTurnWhenTheRightToLookCannotBeWrittenDown() {
        for (int i = 0; i < 4; i++) {
            enter("rtsp://127.0.0.1:9/ch" + i);
        }
        AtomicInteger asked = new AtomicInteger();
        CameraJudge judge = new CameraJudge(inspections, table, desk, SETTINGS, transaction, json);
        Inspector deprived = new Inspector(inspections, judge, table, SETTINGS, later(Duration.ZERO)) {
            @Override
            InspectionGrant granted() {
                asked.incrementAndGet();
                throw new CannotCreateTransactionException("the database is away");
            }
        };
        deprived.tick();
        later(Duration.ofMinutes(2));
        // four at a time, of five that are due
        deprived.tick();
        deprived.tick();
        assertThat(asked).hasValueGreaterThanOrEqualTo(5);
        deprived.destroy();
    }

    private long version() {
        return duty.get("/api/incidents/" + cases().get(0))
                .json()
                .path("version")
                .asLong();
    }

    @Test
    void tellsADeadCameraFromOneWithoutAPicture() {
        manners.answers.put("DESCRIBE", "RTSP/1.0 404 Not Found\r\nCSeq: {cseq}\r\n\r\n");
        look(3, Look.Outcome.NO_PICTURE);
        assertThat(status()).isEqualTo("ONLINE");
        assertThat(health().path("fault").asString()).isEqualTo("NO_PICTURE");
        assertThat(cases()).hasSize(1);

        device().close();
        look(1, Look.Outcome.NO_ANSWER);
        assertThat(status()).isEqualTo("OFFLINE");
        look(2, Look.Outcome.NO_ANSWER);
        assertThat(cases()).hasSize(1);
        assertThat(figures().path("online").asInt()).isZero();
        assertThat(figures().path("goodRate").isNull()).isTrue();
    }

    @Test
    void opensACaseForAClockThatIsAnHourWrong() {
        manners.report = () -> Reports.showing(Instant.now().minus(Duration.ofHours(1)));
        lookUntil(() -> health().path("fault").asString("").equals("CLOCK_DRIFT"));
        assertThat(health().path("clockDriftSeconds").asDouble()).isBetween(-3_900.0, -3_300.0);
        assertThat(cases()).hasSize(1);

        manners.report = () -> Reports.showing(Instant.now());
        lookUntil(() -> health().path("fault").isNull());
    }

    @Test
    void joinsTheCaseThatAnAlarmOfItsDeviceHasBecome() {
        Map<String, Object> alarmed = Map.of(
                "kind", "CAMERA_FAULT",
                "title", "村口枪机:视频丢失",
                "description", "设备上报 " + cameraId,
                "location", Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)),
                "occurredAt", "2026-03-05T13:50:00+08:00",
                "source", "HOTLINE_12345");
        String known = duty.post("/api/incidents", alarmed)
                .expect(201)
                .json()
                .path("id")
                .asString();
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.sql(
                        "insert into cameras.alarm_card (card_id, ringer, name, kind, grid_code, incident_id, first_at, last_at,"
                                + " rang) values (?, ?, '村口枪机', 'VIDEO_LOSS', ?, ?, ?, ?, 1)")
                .params(UUID.randomUUID(), cameraId, Town.CODE + "201001", known, now, now)
                .update();
        transaction.executeWithoutResult(status -> desk.settle(camera(), EnumSet.of(CameraFault.BLACK), Instant.now()));
        assertThat(cases()).containsExactly(known);
        assertThat(duty.get("/api/incidents/" + known + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsString("action"))
                .containsExactly("report", "note");
    }

    @Test
    void isOnRecordAndWithinTheArea() {
        look(1);
        Client auditor = Town.person(port, accounts, Role.AUDIT_ADMIN, "");
        JsonNode line = auditor.get("/api/view-register?actor=system:cameras&limit=500")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(line.path("purpose").asString()).isEqualTo("MAINTENANCE");
        assertThat(line.path("why").asString()).contains("不保存");
        assertThat(line.path("watched").asBoolean()).isFalse();

        Client neighbour = Town.person(port, accounts, Role.LEADER, Town.CODE + "202");
        assertThat(neighbour.get("/api/cameras/" + cameraId + "/health").status())
                .isEqualTo(404);
        assertThat(neighbour
                        .get("/api/cameras/figures")
                        .expect(200)
                        .json()
                        .path("cameras")
                        .asInt())
                .isZero();
    }
}
