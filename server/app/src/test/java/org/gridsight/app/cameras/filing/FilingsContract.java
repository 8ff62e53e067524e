package org.gridsight.app.cameras.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The filing register from first use to a filed change, on every database; days pass by a moved clock. */
abstract class FilingsContract {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlaceSetUp setUp;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FilingTable table;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Filings filings;

    private Client video = Client.at(URI.create("http://localhost"));
    private Client leader = Client.at(URI.create("http://localhost"));

    @BeforeEach
    void town() {
        Town.clear(jdbc);
        Town.fill(setUp);
        video = Town.person(port, accounts, Role.VIDEO_MANAGER, Town.CODE);
        leader = Town.person(port, accounts, Role.LEADER, Town.CODE);
    }

    private String camera(String name, double lng) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("kind", "FIXED");
        body.put("streamUrl", "rtsp://10.9.8.7:8554/ch1");
        body.put("location", Map.of("type", "Point", "coordinates", List.of(lng, 35.81)));
        return video.post("/api/cameras", body).expect(201).json().path("id").asString();
    }

    private void answers(String cameraId) {
        jdbc.sql("update cameras.camera set status = 'ONLINE' where camera_id = ?")
                .param(cameraId)
                .update();
    }

    private JsonNode line(String cameraId) {
        return line(leader, "", cameraId);
    }

    private static JsonNode line(Client person, String query, String cameraId) {
        for (JsonNode item :
                person.get("/api/cameras/filings" + query).expect(200).json().path("items")) {
            if (item.path("cameraId").asString().equals(cameraId)) {
                return item;
            }
        }
        throw new AssertionError("no line of " + cameraId);
    }

    private Map<String, Object> filing() {
        Map<String, Object> body = new HashMap<>();
        body.put("filedOn", filings.today().toString());
        body.put("filingNumber", "鲁公备-2026-001");
        body.put("policeOffice", "示范县公安局");
        body.put("storageDays", 30);
        body.put("deviceType", "枪机");
        return body;
    }

    /** The register as it is after so many days. */
    private Filings after(int days) {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
        return new Filings(table, new FilingSettings(30, ZONE), transaction, events, later);
    }

    private FilingView lineAfter(int days, String cameraId) {
        return after(days).list(Scope.everything(), Optional.empty()).stream()
                .filter(view -> view.cameraId().equals(cameraId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsThirtyDaysFromTheFirstUseAndNotBefore() {
        String camera = camera("村口枪机", 117.91);
        JsonNode unused = line(camera);
        assertThat(unused.path("state").asString()).isEqualTo("DUE");
        assertThat(unused.path("firstUsedOn").isNull()).isTrue();
        assertThat(unused.path("dueOn").isNull()).isTrue();

        answers(camera);
        JsonNode used = line(camera);
        LocalDate first = LocalDate.parse(used.path("firstUsedOn").asString());
        // midnight may pass between two lines of a test
        assertThat(first).isBetween(filings.today().minusDays(1), filings.today());
        assertThat(used.path("dueOn").asString()).isEqualTo(first.plusDays(30).toString());
        assertThat(used.path("daysLeft").asLong()).isBetween(29L, 30L);
        assertThat(lineAfter(28, camera).state()).isEqualTo(FilingState.DUE);
        assertThat(lineAfter(32, camera).state()).isEqualTo(FilingState.OVERDUE);
        assertThat(lineAfter(40, camera).daysLeft().orElseThrow()).isNegative();
        // it stays the day of the first use
        assertThat(line(camera).path("firstUsedOn").asString()).isEqualTo(first.toString());
    }

    @Test
    void asksForAChangeToBeFiledWithinThirtyDays() {
        String camera = camera("桥头枪机", 117.91);
        answers(camera);
        JsonNode filed = video.put("/api/cameras/" + camera + "/filing", filing())
                .expect(200)
                .json();
        assertThat(filed.path("state").asString()).isEqualTo("FILED");
        assertThat(filed.path("dueOn").isNull()).isTrue();
        assertThat(lineAfter(400, camera).state()).isEqualTo(FilingState.FILED);

        Map<String, Object> place = Map.of("type", "Point", "coordinates", List.of(117.92, 35.81));
        video.patch("/api/cameras/" + camera, Map.of("version", 0, "location", place))
                .expect(200);
        JsonNode changed = line(leader, "?state=CHANGED", camera);
        assertThat(changed.path("changedOn").isString()).isTrue();
        assertThat(changed.path("daysLeft").asLong()).isBetween(29L, 30L);
        assertThat(lineAfter(32, camera).state()).isEqualTo(FilingState.OVERDUE);

        // correcting the words of the same filing does not make the change go away
        Map<String, Object> sameFiling = filing();
        sameFiling.put("policeOffice", "示范县公安局科信科");
        assertThat(video.put("/api/cameras/" + camera + "/filing", sameFiling)
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("CHANGED");
        Map<String, Object> anew = filing();
        anew.put("filingNumber", "鲁公备-2026-001-变1");
        assertThat(video.put("/api/cameras/" + camera + "/filing", anew)
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("FILED");
    }

    @Test
    void takesAnotherStorageUnderTheSameFilingForAChange() {
        String camera = camera("路口枪机", 117.91);
        video.put("/api/cameras/" + camera + "/filing", filing()).expect(200);
        Map<String, Object> longer = filing();
        longer.put("storageDays", "90");
        JsonNode answer = video.put("/api/cameras/" + camera + "/filing", longer)
                .expect(200)
                .json();
        assertThat(answer.path("state").asString()).isEqualTo("CHANGED");
        assertThat(answer.path("storageDays").asInt()).isEqualTo(90);
    }

    @Test
    void refusesAllThatIsWrongAtOnceAndAStaleVersion() {
        String camera = camera("广场枪机", 117.91);
        String path = "/api/cameras/" + camera + "/filing";
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("filedOn", "2999-01-01");
        wrong.put("storageDays", 29);
        wrong.put("version", "neu");
        JsonNode problem = video.put(path, wrong).expect(422).json();
        assertThat(problem.path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "version", "filedOn", "filingNumber", "policeOffice", "storageDays", "deviceType");
        long version =
                video.put(path, filing()).expect(200).json().path("version").asLong();
        Map<String, Object> stale = filing();
        stale.put("version", version - 1);
        JsonNode conflict = video.put(path, stale).expect(409).json();
        assertThat(conflict.path("code").asString()).isEqualTo("filing.stale-version");
        assertThat(conflict.path("current").path("version").asLong()).isEqualTo(version);
    }

    @Test
    void showsOnlyTheOwnArea() {
        String south = camera("南村枪机", 117.91);
        Client neighbour = Town.person(port, accounts, Role.VIDEO_MANAGER, Town.CODE + "202");
        assertThat(neighbour.get("/api/cameras/filings").expect(200).text()).doesNotContain(south);
        assertThat(neighbour.put("/api/cameras/" + south + "/filing", filing()).status())
                .isEqualTo(404);
        assertThat(neighbour.get("/api/cameras/filings/export").expect(200).text())
                .doesNotContain(south);
    }

    @Test
    void exportsForASpreadsheetOnRecord() {
        String camera = camera("=1+1", 117.91);
        Client.Reply sheet = video.get("/api/cameras/filings/export?state=DUE").expect(200);
        assertThat(sheet.headers().get("content-type")).startsWith("text/csv");
        assertThat(sheet.text()).startsWith("\uFEFF摄像机编号,").contains("\"" + camera + "\",\"'=1+1\",\"待备案\"");
        assertThat(audited("filing.export")).isPositive();
        assertThat(video.get("/api/cameras/filings?state=OLD").status()).isEqualTo(422);
    }

    @Test
    void putsOverdueFilingsOnRecordOnceADay() {
        String camera = camera("水库枪机", 117.91);
        answers(camera);
        filings.notice();
        int before = audited("filing.overdue");
        FilingWatch watch = new FilingWatch(after(40), transaction, events);
        watch.alarm();
        watch.alarm();
        assertThat(audited("filing.overdue")).isEqualTo(before + 1);
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit.record where action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }
}
