package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.junit.jupiter.api.Test;

/** A reporter who is not reached: three tries, each in the history, and only the third ends the revisit. */
class RevisitTest extends EmbeddedLoop {

    private static final CurrentUser CLERK = Town.user("clerk", Role.WINDOW_CLERK);

    private IncidentView call(IncidentView incident) {
        return act(incident, CLERK, "revisit", "outcome", "UNREACHABLE", "note", "未接通");
    }

    @Test
    void thirdVainTryEndsTheRevisit() {
        IncidentView verified = inState(IncidentStatus.VERIFIED);
        for (int i = 1; i < 3; i++) {
            IncidentView tried = call(verified);
            assertThat(tried.status()).isEqualTo(IncidentStatus.VERIFIED);
            assertThat(tried.counts().unreached()).isEqualTo(i);
            assertThat(tried.outcome()).isNull();
            assertThat(tried.dueAt()).isEqualTo(verified.dueAt());
        }
        IncidentView ended = call(verified);
        assertThat(ended.status()).isEqualTo(IncidentStatus.REVISITED);
        assertThat(ended.outcome()).isEqualTo("UNREACHABLE");
        assertThat(ended.counts().unreached()).isEqualTo(3);
        assertThat(incidents.history(verified.number(), Town.duty()))
                .filteredOn(step -> step.action().equals("revisit"))
                .extracting(step -> step.details().get("attempt"))
                .containsExactly("1", "2", "3");
        assertThat(refused(() -> act(ended, Town.duty(), "close")).reason()).isEqualTo(IncidentReason.LEADER_CLOSES);
    }

    @Test
    void anAnswerEndsItAtAnyTry() {
        IncidentView verified = inState(IncidentStatus.VERIFIED);
        call(verified);
        IncidentView answered = act(verified, CLERK, "revisit", "outcome", "SATISFIED");
        assertThat(answered.status()).isEqualTo(IncidentStatus.REVISITED);
        assertThat(answered.outcome()).isEqualTo("SATISFIED");
        assertThat(act(answered, Town.duty(), "close").status()).isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    void tryIsTakenBackAndHandlingAnewCountsAnew() {
        IncidentView verified = inState(IncidentStatus.VERIFIED, "w-revisit" + System.nanoTime());
        call(verified);
        assertThat(act(verified, CLERK, "undo").counts().unreached()).isZero();
        call(verified);
        IncidentView again = act(verified, Town.duty(), "reopen", "reason", "又堆放");
        assertThat(again.counts().unreached()).isZero();
    }

    @Test
    void triesKeepTheConfiguredDistance() {
        IncidentSettings settings = new IncidentSettings(
                ZoneId.of("Asia/Shanghai"),
                List.of(80, 100, 150),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                30,
                Duration.ofHours(2),
                10,
                Duration.ofMinutes(5),
                30,
                7300);
        MoveRights rights = new MoveRights(settings);
        CaseState tried = CaseState.reported(Complexity.GENERAL, CaseClock.none())
                .with(Tally.none().notReached(Town.NOON));
        Incident incident = new Incident(1, 2026, Town.incident("间隔"), Town.NOON, tried);
        CaseFile file = new CaseFile(incident, new OrderBook(incident, List.of()), Optional.empty(), Set.of());

        rights.requirePause(revisit(RevisitOutcome.SATISFIED), file, Town.NOON.plusSeconds(1));
        rights.requirePause(revisit(RevisitOutcome.UNREACHABLE), file, Town.NOON.plusSeconds(7200));
        assertThat(refused(() -> rights.requirePause(
                                revisit(RevisitOutcome.UNREACHABLE), file, Town.NOON.plusSeconds(7199)))
                        .reason())
                .isEqualTo(IncidentReason.REVISIT_TOO_SOON);
    }

    private static Act revisit(RevisitOutcome outcome) {
        return new Act(
                Move.REVISIT,
                Act.Actor.of(CLERK),
                Town.NOON,
                null,
                null,
                null,
                null,
                null,
                false,
                outcome,
                null,
                null,
                List.of(),
                null);
    }

    /** Written by the version before tries were counted. */
    @Test
    void oldFormerStatesAreStillRead() {
        String old = "{\"state\":{\"status\":\"VERIFIED\",\"complexity\":\"GENERAL\",\"clock\":{\"paused\":false},"
                + "\"tally\":{\"extended\":true,\"escalation\":1,\"returns\":2,\"reopens\":3}},\"orders\":{}}";
        Former former = new StepJson.OfFormer().convertToEntityAttribute(old);
        assertThat(former).isNotNull();
        assertThat(former.state().tally()).isEqualTo(new Tally(true, 1, 2, 3, 0, null));
    }
}
