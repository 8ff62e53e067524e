package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of the loop about persons, clocks, merging and taking back. */
class LoopTest extends EmbeddedLoop {

    private static final CurrentUser LEADER = Town.user("leader", Role.LEADER);
    private static final CurrentUser SUPERVISOR = Town.user("supervisor", Role.SUPERVISOR, Role.VERIFIER);

    @Autowired
    private Escalation escalation;

    @Test
    void leadsFromReportToClose() {
        IncidentView closed = inState(IncidentStatus.CLOSED);
        assertThat(closed.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(closed.dueAt()).isNull();
        assertThat(closed.closedAt()).isEqualTo(Town.NOON);
        assertThat(closed.workers())
                .singleElement()
                .satisfies(worker -> assertThat(worker.lead()).isTrue());
        assertThat(closed.unitName()).isEqualTo("司法所");
        assertThat(incidents.history(closed.number(), Town.duty()))
                .extracting(StepView::action)
                .containsExactly("report", "accept", "assign", "start", "handle", "verify", "revisit", "close");
    }

    @Test
    void verifierAndRevisitClerkAreNotHandlers() {
        IncidentView handled = inState(IncidentStatus.HANDLED, "w-both");
        CurrentUser both = new CurrentUser(
                "other-name",
                "",
                java.util.Set.of(Role.VERIFIER, Role.GRID_WORKER),
                new org.gridsight.app.kernel.Scope(Town.CODE),
                "w-both",
                null);
        assertThat(refused(() -> act(handled, both, "verify", "passed", true, "finding", "x"))
                        .reason())
                .isEqualTo(IncidentReason.VERIFIER_HANDLED);
        CurrentUser sameAccount = Town.user("w-both", Role.VERIFIER, Role.WINDOW_CLERK);
        assertThat(refused(() -> act(handled, sameAccount, "verify", "passed", true, "finding", "x"))
                        .reason())
                .isEqualTo(IncidentReason.VERIFIER_HANDLED);
        act(handled, SUPERVISOR, "verify", "passed", true, "finding", "属实");
        assertThat(refused(() -> act(handled, sameAccount, "revisit", "outcome", "SATISFIED"))
                        .reason())
                .isEqualTo(IncidentReason.CLERK_HANDLED);
    }

    @Test
    void onlyWhoWasSentHandles() {
        IncidentView assigned = inState(IncidentStatus.ACCEPTED);
        act(assigned, Town.duty(), "assign", "unitId", "justice", "coHandlers", List.of("police", "w77"));
        assertThat(refused(() -> act(assigned, Town.worker("w-stranger"), "start"))
                        .reason())
                .isEqualTo(IncidentReason.NOT_ITS_HANDLER);
        assertThat(refused(() -> act(assigned, Town.ofUnit("market-1", "market"), "start"))
                        .reason())
                .isEqualTo(IncidentReason.NOT_ITS_HANDLER);
        IncidentView handling = act(assigned, Town.ofUnit("justice-1", "justice"), "start");
        assertThat(handling.status()).isEqualTo(IncidentStatus.HANDLING);
        assertThat(handling.unitId()).isEqualTo("justice");
        assertThat(act(assigned, Town.ofUnit("unit-less", null), "handle", "result", "调解成功")
                        .status())
                .isEqualTo(IncidentStatus.HANDLED);
    }

    @Test
    void failedCheckSendsItBackToThoseWhoHadIt() {
        IncidentView handled = inState(IncidentStatus.HANDLED, "w-again");
        IncidentView back = act(handled, SUPERVISOR, "verify", "passed", false, "finding", "未清理干净");
        assertThat(back.status()).isEqualTo(IncidentStatus.ASSIGNED);
        assertThat(back.counts().reopens()).isEqualTo(1);
        assertThat(back.level()).isEqualTo("BLUE");
        assertThat(act(back, Town.worker("w-again"), "start").status()).isEqualTo(IncidentStatus.HANDLING);
        assertThat(incidents.history(back.number(), Town.duty()))
                .extracting(StepView::event)
                .contains("REOPENED");
    }

    @Test
    void returnCountsAndFreesTheWorker() {
        IncidentView handling = inState(IncidentStatus.HANDLING, "w-return");
        IncidentView returned =
                act(handling, Town.worker("w-return"), "return", "reason", "地点有误", "reasonCode", "WRONG_PLACE");
        assertThat(returned.status()).isEqualTo(IncidentStatus.ACCEPTED);
        assertThat(returned.counts().returns()).isEqualTo(1);
        assertThat(returned.workers()).isEmpty();
        assertThat(inState(IncidentStatus.HANDLING, "w-return").status()).isEqualTo(IncidentStatus.HANDLING);
    }

    @Test
    void unsatisfiedCaseIsClosedByALeaderWithAReason() {
        IncidentView verified = inState(IncidentStatus.VERIFIED);
        IncidentView revisited = act(verified, Town.duty(), "revisit", "outcome", "NOT_SATISFIED", "note", "仍有异味");
        assertThat(refused(() -> act(revisited, Town.duty(), "close")).reason())
                .isEqualTo(IncidentReason.LEADER_CLOSES);
        assertThat(refused(() -> act(revisited, LEADER, "close")).faults())
                .extracting(FieldFault::field)
                .containsExactly("reason");
        assertThat(act(revisited, LEADER, "close", "reason", "已依规办理").status()).isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    void tellsAllMissingFieldsAtOnce() {
        IncidentView incident = inState(IncidentStatus.HANDLED);
        Rejected rejected = refused(() -> incidents.act(
                incident.number(),
                MoveRequest.from(java.util.Map.of("action", "verify", "passed", "maybe", "reasonCode", "NIX")),
                SUPERVISOR,
                java.util.Optional.empty()));
        assertThat(rejected.faults())
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder("version", "finding", "passed", "reasonCode");
    }

    @Test
    void staleVersionShowsTheCurrentState() {
        IncidentView incident = inState(IncidentStatus.REPORTED);
        act(incident, Town.duty(), "accept");
        Rejected rejected = refused(() -> incidents.act(
                incident.number(),
                MoveRequest.from(java.util.Map.of("action", "reject", "version", 0, "reason", "x")),
                Town.duty(),
                java.util.Optional.empty()));
        assertThat(rejected.reason()).isEqualTo(IncidentReason.STALE_VERSION);
        assertThat(rejected.properties().get("current"))
                .isInstanceOfSatisfying(
                        IncidentView.class,
                        current -> assertThat(current.status()).isEqualTo(IncidentStatus.ACCEPTED));
    }

    @Test
    void pauseStopsTheClock() {
        IncidentView accepted = inState(IncidentStatus.ACCEPTED);
        Instant due = accepted.dueAt();
        IncidentView paused = act(accepted, Town.duty(), "pause", "reason", "等待鉴定", "reasonCode", "WAIT_MATERIAL");
        assertThat(paused.paused()).isTrue();
        assertThat(refused(() -> act(accepted, Town.duty(), "pause", "reason", "x"))
                        .reason())
                .isEqualTo(IncidentReason.MOVE_NOT_ALLOWED);
        // Thursday to Thursday: seven days pass, five of them working days
        clock.advance(Duration.ofDays(7));
        escalation.run();
        IncidentView resumed = act(accepted, Town.duty(), "resume");
        assertThat(resumed.paused()).isFalse();
        assertThat(resumed.counts().escalation()).isZero();
        assertThat(resumed.dueAt())
                .isEqualTo(java.util.Objects.requireNonNull(due).plus(Duration.ofDays(7)));
    }

    @Test
    void extendsOnceByASupervisor() {
        IncidentView accepted = inState(IncidentStatus.ACCEPTED);
        assertThat(refused(() -> act(
                                accepted, SUPERVISOR, "extend", "reason", "复杂", "dueAt", "2026-03-05T15:00:00+08:00"))
                        .faults())
                .extracting(FieldFault::field)
                .containsExactly("dueAt");
        IncidentView extended =
                act(accepted, SUPERVISOR, "extend", "reason", "复杂", "dueAt", "2026-04-01T18:00:00+08:00");
        assertThat(extended.extended()).isTrue();
        assertThat(extended.dueAt()).isEqualTo(Instant.parse("2026-04-01T10:00:00Z"));
        Rejected again =
                refused(() -> act(accepted, LEADER, "extend", "reason", "再延", "dueAt", "2026-05-01T18:00:00+08:00"));
        assertThat(again.reason()).isEqualTo(IncidentReason.MOVE_NOT_ALLOWED);
    }

    @Test
    void escalatesThroughThreeLevelsAndNeverBack() {
        IncidentView incident =
                incidents.report(Town.incident("着火", IncidentKind.FOREST_FIRE, 117.91, 35.81), Town.duty());
        act(incident, Town.duty(), "accept");
        clock.advance(Duration.ofMinutes(4 * 60 * 80 / 100 - 1));
        escalation.run();
        assertThat(now(incident).counts().escalation()).isZero();
        clock.advance(Duration.ofMinutes(2));
        escalation.run();
        assertThat(now(incident).counts().escalation()).isEqualTo(1);
        assertThat(now(incident).level()).isEqualTo("BLUE");
        clock.advance(Duration.ofMinutes(4 * 60 * 80 / 100));
        escalation.run();
        escalation.run();
        assertThat(now(incident).counts().escalation()).isEqualTo(3);
        assertThat(now(incident).level()).isEqualTo("RED");
        act(incident, Town.duty(), "assign", "unitId", "forestry", "dueAt", "2026-04-01T18:00:00+08:00");
        escalation.run();
        assertThat(now(incident).counts().escalation()).isEqualTo(3);
        assertThat(incidents.history(incident.number(), Town.duty()))
                .extracting(StepView::event)
                .filteredOn("ESCALATED"::equals)
                .hasSize(2);
    }

    @Test
    void undoRestoresExactlyWithinTenSeconds() {
        IncidentView accepted = inState(IncidentStatus.ACCEPTED);
        clock.advance(Duration.ofSeconds(3));
        IncidentView assigned = act(accepted, Town.duty(), "assign", "workerIds", List.of("w-undo", "w-help"));
        assertThat(assigned.workers()).extracting(IncidentView.Worker::lead).containsExactly(true, false);
        assertThat(refused(() -> act(assigned, Town.user("duty2", Role.DISPATCHER), "undo"))
                        .reason())
                .isEqualTo(IncidentReason.NOT_YOURS_TO_UNDO);
        clock.advance(Duration.ofSeconds(10));
        IncidentView undone = act(assigned, Town.duty(), "undo");
        assertThat(undone)
                .usingRecursiveComparison()
                .ignoringFields("version", "updatedAt")
                .isEqualTo(accepted);
        assertThat(refused(() -> act(assigned, Town.duty(), "undo")).reason())
                .isEqualTo(IncidentReason.MOVE_NOT_ALLOWED);
        assertThat(incidents.history(accepted.number(), Town.duty()))
                .extracting(StepView::action)
                .containsExactly("report", "accept", "assign", "undo");
    }

    @Test
    void undoComesTooLateAfterTenSeconds() {
        IncidentView accepted = inState(IncidentStatus.ACCEPTED);
        clock.advance(Duration.ofMillis(10_001));
        assertThat(refused(() -> act(accepted, Town.duty(), "undo")).reason())
                .isEqualTo(IncidentReason.MOVE_NOT_ALLOWED);
    }

    @Test
    void unmergeRestoresStateClockAndOrders() {
        IncidentView assigned = inState(IncidentStatus.ASSIGNED, "w-merge");
        IncidentView target = inState(IncidentStatus.ACCEPTED);
        IncidentView merged = act(assigned, Town.duty(), "merge", "into", target.number());
        assertThat(merged.status()).isEqualTo(IncidentStatus.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(target.id());
        assertThat(merged.workers()).isEmpty();
        assertThat(now(target).version()).isGreaterThan(target.version());
        clock.advance(Duration.ofDays(2));
        IncidentView restored = act(assigned, Town.duty(), "unmerge");
        assertThat(restored)
                .usingRecursiveComparison()
                .ignoringFields("version", "updatedAt")
                .isEqualTo(assigned);
        assertThat(act(restored, Town.worker("w-merge"), "start").status()).isEqualTo(IncidentStatus.HANDLING);
        assertThat(incidents.history(target.number(), Town.duty()))
                .extracting(StepView::event)
                .contains("ABSORBED", "RELEASED");
    }

    @Test
    void refusesToMergeIntoItselfOrIntoWhatIsGone() {
        IncidentView incident = inState(IncidentStatus.REPORTED);
        IncidentView rejected = inState(IncidentStatus.REJECTED);
        IncidentView merged = inState(IncidentStatus.MERGED);
        for (IncidentView target : List.of(incident, rejected, merged)) {
            assertThat(refused(() -> act(incident, Town.duty(), "merge", "into", target.id()))
                            .reason())
                    .isEqualTo(IncidentReason.MERGE_TARGET);
        }
        assertThat(refused(() -> act(incident, Town.duty(), "merge", "into", "2026-999999"))
                        .faults())
                .extracting(FieldFault::field)
                .containsExactly("into");
    }

    @Test
    void closedCaseReopensOnlyForAWhile() {
        IncidentView closed = inState(IncidentStatus.CLOSED);
        clock.advance(Duration.ofDays(30));
        assertThat(act(closed, Town.duty(), "reopen", "reason", "又堆放").status()).isEqualTo(IncidentStatus.ASSIGNED);
        IncidentView older = inState(IncidentStatus.CLOSED);
        clock.advance(Duration.ofDays(31));
        assertThat(refused(() -> act(older, Town.duty(), "reopen", "reason", "又堆放"))
                        .reason())
                .isEqualTo(IncidentReason.MOVE_NOT_ALLOWED);
    }

    @Test
    void timeNeverRunsBackwardsInACourse() {
        IncidentView incident = inState(IncidentStatus.REPORTED);
        clock.advance(Duration.ofHours(-5));
        IncidentView accepted = act(incident, Town.duty(), "accept");
        assertThat(accepted.updatedAt()).isEqualTo(incident.updatedAt());
    }
}
