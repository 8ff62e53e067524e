package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many at once: reports of an import, and a past with its courses. */
abstract class ArchiveContract extends Loop {

    private static final PastIncident.Person DUTY = new PastIncident.Person("duty", "值班员", null);
    private static final PastIncident.Person WORKER = new PastIncident.Person("w-past", "演示人员007", "w-past");
    private static final PastIncident.Person VERIFIER = new PastIncident.Person("supervisor", "督办员", null);

    @Autowired
    private IncidentArchive archive;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void takesManyReportsWithOneAuditEntry() {
        String mark = "批量" + System.nanoTime();
        List<NewIncident> reports = new ArrayList<>();
        for (int i = 0; i < 1_234; i++) {
            reports.add(Town.incident(mark + i));
        }
        long audited = count("select count(*) from audit.record where action = 'incident.report-all'");

        IncidentArchive.Written written = archive.reportAll(reports, Town.duty());

        assertThat(written.count()).isEqualTo(1_234);
        assertThat(count("select count(*) from incidents.incident where title like '" + mark + "%'"))
                .isEqualTo(1_234);
        assertThat(count("select count(*) from audit.record where action = 'incident.report-all'"))
                .isEqualTo(audited + 1);
        String told = "select count(*) from (select subject from live.outbox union select subject from live.entry) e"
                + " join incidents.incident i on e.subject = cast(i.id as varchar) where i.title like '" + mark + "%'";
        assertThat(count(told)).isEqualTo(1_234);
        IncidentView last =
                incidents.find(Long.toString(written.lastSeq()), everything()).orElseThrow();
        assertThat(last.title()).isEqualTo(mark + 1_233);
        assertThat(act(last, Town.duty(), "accept").status()).isEqualTo(IncidentStatus.ACCEPTED);
    }

    @Test
    void takesAllOrNone() {
        String mark = "全有或全无" + System.nanoTime();
        CurrentUser village = new CurrentUser(
                "clerk", "", java.util.Set.of(Role.GIS_EDITOR), new Scope(Town.FIRST_VILLAGE), null, null);
        List<NewIncident> reports = List.of(
                Town.incident(mark), Town.incident(mark, IncidentKind.HELP, Town.WEST + 0.03, Town.SOUTH + 0.03));
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> archive.reportAll(reports, village));
        assertThat(count("select count(*) from incidents.incident where title = '" + mark + "'"))
                .isZero();
    }

    @Test
    void replaysAPastByTheRulesOfTheLoop() {
        Instant start = Instant.parse("2024-02-05T02:00:00Z");
        PastIncident closed = past("a", start, whole(start));
        PastIncident merged = past(
                "b",
                start.plus(Duration.ofMinutes(20)),
                List.of(
                        step(Move.ACCEPT, start.plus(Duration.ofMinutes(25)), DUTY),
                        new PastIncident.Step(
                                Move.MERGE,
                                start.plus(Duration.ofMinutes(30)),
                                DUTY,
                                "同一事件",
                                PastIncident.Details.merged("a"))));
        PastIncident waiting = past("c", start.plus(Duration.ofDays(1)), List.of());

        IncidentArchive.Written written = archive.restore(List.of(waiting, merged, closed), "demo");

        assertThat(written.count()).isEqualTo(3);
        IncidentView first =
                incidents.find(Long.toString(written.firstSeq()), everything()).orElseThrow();
        assertThat(first.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(first.number()).startsWith("2024-");
        assertThat(first.counts().returns()).isEqualTo(1);
        assertThat(first.workers())
                .singleElement()
                .satisfies(w -> assertThat(w.workerId()).isEqualTo("w-past"));
        assertThat(incidents.history(first.number(), Town.duty()))
                .extracting(StepView::event)
                .contains("ABSORBED", "RETURNED");
        IncidentView second = incidents
                .find(Long.toString(written.firstSeq() + 1), everything())
                .orElseThrow();
        assertThat(second.status()).isEqualTo(IncidentStatus.MERGED);
        assertThat(second.mergedInto()).isEqualTo(first.id());
        assertThat(act(second, Town.duty(), "unmerge").status()).isEqualTo(IncidentStatus.ACCEPTED);
    }

    private static PastIncident past(String key, Instant receivedAt, List<PastIncident.Step> steps) {
        return new PastIncident(key, Town.incident("往事" + key), receivedAt, DUTY, steps);
    }

    private static PastIncident.Step step(Move move, Instant at, PastIncident.Person by) {
        return PastIncident.Step.plain(move, at, by, "已办");
    }

    /** Report to close in a few hours, once returned on the way. */
    private static List<PastIncident.Step> whole(Instant start) {
        List<Assignees.Assignee> sent = List.of(new Assignees.Assignee("w-past", "演示人员007", Town.FIRST_GRID));
        PastIncident.Details assigned = PastIncident.Details.assigned(sent, null, start.plus(Duration.ofDays(3)));
        return List.of(
                step(Move.ACCEPT, start.plus(Duration.ofMinutes(5)), DUTY),
                new PastIncident.Step(Move.ASSIGN, start.plus(Duration.ofMinutes(9)), DUTY, null, assigned),
                step(Move.RETURN, start.plus(Duration.ofMinutes(15)), WORKER),
                new PastIncident.Step(Move.ASSIGN, start.plus(Duration.ofMinutes(40)), DUTY, null, assigned),
                step(Move.START, start.plus(Duration.ofMinutes(50)), WORKER),
                step(Move.HANDLE, start.plus(Duration.ofMinutes(90)), WORKER),
                new PastIncident.Step(
                        Move.VERIFY,
                        start.plus(Duration.ofHours(3)),
                        VERIFIER,
                        "属实",
                        PastIncident.Details.verified(true)),
                new PastIncident.Step(
                        Move.REVISIT,
                        start.plus(Duration.ofHours(5)),
                        DUTY,
                        null,
                        PastIncident.Details.revisited("SATISFIED")),
                step(Move.CLOSE, start.plus(Duration.ofHours(6)), DUTY));
    }

    /** Prints what it took; the bound is a tenth of the mark, so that a loaded machine does not fail it. */
    @Test
    void isFastEnoughForATown() {
        List<NewIncident> reports = new ArrayList<>();
        List<PastIncident> past = new ArrayList<>();
        Instant start = Instant.parse("2024-02-05T02:00:00Z");
        for (int i = 0; i < 4_500; i++) {
            reports.add(Town.incident("快" + i));
            past.add(past("k" + i, start.plusSeconds(i), whole(start.plusSeconds(i))));
        }
        archive.reportAll(reports.subList(0, 500), Town.duty());
        double reporting = seconds(() -> archive.reportAll(reports, Town.duty()));
        double restoring = seconds(() -> archive.restore(past, "demo"));
        System.out.printf(
                "%s: %.0f reports/s, 4500 past incidents of 10 steps in %.1f s%n",
                getClass().getSimpleName(), 4_500 / reporting, restoring);
        assertThat(4_500 / reporting).isGreaterThan(200);
        assertThat(restoring).isLessThan(60);
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
