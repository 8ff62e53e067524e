package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What it takes to get a ticket, and what is left of it on record, on every database. */
abstract class TicketsContract extends CameraTown {

    private String report() {
        Map<String, Object> body = Map.of(
                "kind", "SANITATION",
                "title", "路边垃圾",
                "description", "一堆",
                "location", Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)),
                "occurredAt", "2026-03-05T13:50:00+08:00",
                "source", "HOTLINE_12345");
        return duty.post("/api/incidents", body).expect(201).json().path("id").asString();
    }

    @Test
    void asksForPurposeAndReasonAndForTheIncidentWhereThatIsThePurpose() {
        String path = "/api/cameras/" + enter(camera()) + "/tickets";
        assertThat(faulty(duty.post(path, Map.of()))).containsExactlyInAnyOrder("purpose", "reason");
        assertThat(faulty(duty.post(path, Map.of("purpose", "FUN", "reason", " "))))
                .containsExactlyInAnyOrder("purpose", "reason");
        assertThat(faulty(duty.post(path, Map.of("purpose", "INCIDENT", "reason", "核实"))))
                .containsExactly("incidentId");
        Map<String, Object> unknown = Map.of("purpose", "INCIDENT", "reason", "核实", "incidentId", "nothing");
        assertThat(faulty(duty.post(path, unknown))).containsExactly("incidentId");
        person(Role.DISPATCHER, Town.CODE + "202").post(path, patrol()).expect(404);
    }

    @Test
    void grantsForAWhileAndWritesTheRegisterFirst() {
        String camera = enter(camera());
        String incident = report();
        Instant before = Instant.now();
        JsonNode granted = duty.post(
                        "/api/cameras/" + camera + "/tickets",
                        Map.of("purpose", "INCIDENT", "reason", "核实现场", "incidentId", incident))
                .expect(201)
                .json();
        assertThat(granted.path("ticket").asString()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(granted.path("liveUrl").asString()).startsWith("/media/cameras/" + camera + "/live?ticket=");
        assertThat(Instant.parse(granted.path("expiresAt").asString())).isAfterOrEqualTo(before.plusSeconds(300));

        JsonNode line = registerLine(camera);
        assertThat(line.path("purpose").asString()).isEqualTo("INCIDENT");
        assertThat(line.path("why").asString()).isEqualTo("核实现场");
        assertThat(line.path("incidentId").asString()).isEqualTo(incident);
        assertThat(line.path("unit").asString()).isEqualTo("星野镇");
        assertThat(line.path("who").asString()).startsWith("town-");
        assertThat(line.path("watched").asBoolean()).isFalse();
        assertThat(line.path("until").asString())
                .isEqualTo(granted.path("expiresAt").asString());
    }

    private JsonNode registerLine(String camera) {
        Client auditor = person(Role.AUDIT_ADMIN, "");
        for (JsonNode line :
                auditor.get("/api/view-register?limit=500").expect(200).json().path("items")) {
            if (line.path("cameraId").asString().equals(camera)) {
                return line;
            }
        }
        throw new AssertionError("no line of " + camera);
    }

    @Test
    void givesTheRegisterPageByPageAndAsAFile() {
        String camera = enter(camera());
        String evil = "=cmd()";
        String from = Instant.now().toString();
        duty.post("/api/cameras/" + camera + "/tickets", Map.of("purpose", "PATROL", "reason", evil))
                .expect(201);
        ticket(duty, camera);
        ticket(video, camera);
        Client security = person(Role.SECURITY_ADMIN, Town.CODE);
        String path = "/api/view-register?limit=2&from=" + from;
        JsonNode first = security.get(path).expect(200).json();
        assertThat(first.path("items").size()).isEqualTo(2);
        JsonNode second = security.get(path + "&cursor=" + first.path("next").asString())
                .expect(200)
                .json();
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();

        String file = security.get("/api/view-register/export?from=" + from)
                .expect(200)
                .text();
        assertThat(file.lines()).hasSize(4);
        narrows(security, from, camera);
        assertThat(file).contains("\"'=cmd()\"");
        assertThat(person(Role.AUDIT_ADMIN, Town.CODE + "202")
                        .get(path)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(duty.get("/api/view-register").status()).isEqualTo(403);
    }

    /** By the beginning of an id, a name or an account; a mark of SQL is a letter like others. */
    private void narrows(Client security, String from, String camera) {
        String path = "/api/view-register?from=" + from;
        String account = duty.get("/api/session").json().path("username").asString();
        assertThat(found(security, path + "&camera=" + camera.substring(0, 12))).isEqualTo(3);
        assertThat(found(security, path + "&camera=%E6%9D%91%E5%8F%A3")).isEqualTo(3);
        assertThat(found(security, path + "&person=" + account)).isEqualTo(2);
        assertThat(found(security, path + "&person=%E6%B5%8B%E8%AF%95")).isEqualTo(3);
        assertThat(found(security, path + "&person=%25")).isZero();
        assertThat(found(security, path + "&camera=" + camera.substring(1))).isZero();
    }

    private static int found(Client security, String path) {
        return security.get(path).expect(200).json().path("items").size();
    }

    @Test
    void answersARepeatWithTheSameTicketAndKeepsItSealed() {
        String path = "/api/cameras/" + enter(camera()) + "/tickets";
        String key = "ticket-" + System.nanoTime();
        String one =
                duty.post(path, patrol(), key).expect(201).json().path("ticket").asString();
        String two =
                duty.post(path, patrol(), key).expect(201).json().path("ticket").asString();
        assertThat(two).isEqualTo(one);
        assertThat(jdbc.sql("select answer from access.idempotency")
                        .query(String.class)
                        .list())
                .noneMatch(answer -> answer.contains(one));
    }
}
