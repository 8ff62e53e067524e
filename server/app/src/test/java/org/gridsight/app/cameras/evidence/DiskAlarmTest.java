package org.gridsight.app.cameras.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.testing.EmbeddedTown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A disk without room is told of once, also when nothing is recorded and after a restart, until there is room again. */
@EmbeddedTown
class DiskAlarmTest extends ClipTown {

    private static final long MORE_THAN_ANY_DISK = Long.MAX_VALUE / 2;

    @Autowired
    private DiskCases cases;

    @Autowired
    private DiskTable table;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @TempDir
    private Path work;

    /** As the product makes it at a start. */
    private DiskAlarm started(long floor, Duration later) {
        EvidenceFolder disk = new EvidenceFolder(work, floor);
        return new DiskAlarm(cases, table, disk, transaction, Clock.offset(clock, later));
    }

    private long reported() {
        return duty.get("/api/incidents?kind=CAMERA_FAULT&limit=500")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(incident -> incident.path("title").asString().startsWith("取证存储空间不足"))
                .count();
    }

    private String history(UUID incident) {
        return duty.get("/api/incidents/" + incident + "/history").expect(200).text();
    }

    @Test
    void isOneCaseInTheMiddleOfThePlaceOverEveryRestart() {
        long before = reported();
        DiskAlarm full = started(MORE_THAN_ANY_DISK, Duration.ZERO);
        full.check();
        full.check();
        UUID raised = full.current().orElseThrow();
        started(MORE_THAN_ANY_DISK, Duration.ofSeconds(10)).check();
        assertThat(reported() - before).isEqualTo(1);
        JsonNode incident = duty.get("/api/incidents/" + raised).expect(200).json();
        assertThat(incident.path("gridCode").asString()).startsWith("990001101");
        assertThat(report()).as("incidents go on").isNotEmpty();

        started(0, Duration.ofSeconds(20)).check();
        assertThat(history(raised)).contains("空间已恢复");
        assertThat(table.latest().orElseThrow().lasts()).isFalse();
        started(MORE_THAN_ANY_DISK, Duration.ofSeconds(30)).check();
        assertThat(history(raised)).contains("再次不足");
        assertThat(reported() - before).isEqualTo(1);
    }

    @Test
    void isToldOfAnewOnceItsCaseIsClosedAndADayHasPassed() {
        long before = reported();
        DiskAlarm full = started(MORE_THAN_ANY_DISK, Duration.ZERO);
        full.check();
        reject(full.current().orElseThrow());
        full.check();
        assertThat(full.current()).isEmpty();
        assertThat(reported() - before).isEqualTo(1);
        DiskAlarm tomorrow = started(MORE_THAN_ANY_DISK, Duration.ofHours(25));
        tomorrow.check();
        assertThat(tomorrow.current()).isPresent();
    }

    private void reject(UUID id) {
        long version = duty.get("/api/incidents/" + id)
                .expect(200)
                .json()
                .path("version")
                .asLong();
        Map<String, Object> move =
                Map.of("action", "reject", "version", version, "reasonCode", "NO_MATTER", "reason", "误报");
        duty.post("/api/incidents/" + id + "/actions", move).expectSuccess();
    }

    @Test
    void isSeenByWhoeverSeesClipsAndInTheHealthOfTheProduct() {
        JsonNode disk = duty.get("/api/clips/disk").expect(200).json();
        assertThat(disk.path("floorBytes").asLong()).isEqualTo(folder.freeFloor());
        assertThat(disk.path("freeBytes").asLong()).isPositive();
        String health = duty.get("/actuator/health").text();
        assertThat(health).contains("evidenceDisk", "freeMegabytes");
    }
}
