package org.gridsight.app.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.stereotype.Component;

/** Who may make which move of which case: the role, the person's own part in it, the flags and dates of the case. */
@Component
class MoveRights {

    private final IncidentSettings settings;

    MoveRights(IncidentSettings settings) {
        this.settings = settings;
    }

    /**
     * Refuses whoever has not the role, or not the standing: that is asked only where the state allows the move, because
     * elsewhere nobody has it.
     */
    void require(Move move, CaseFile file, CurrentUser user) {
        if (!user.hasAny(move.roles())) {
            throw new Rejected(CommonReason.FORBIDDEN);
        }
        if (move.from().contains(file.status())) {
            objection(move, file, user).ifPresent(reason -> {
                throw new Rejected(reason, move.text().zh(), move.word());
            });
        }
    }

    void requireAllowed(Move move, CaseFile file, CurrentUser user, Instant now) {
        if (!move.from().contains(file.status()) || !fits(move, file, now)) {
            List<String> allowed =
                    allowed(file, user, now).stream().map(Move::word).toList();
            throw new Rejected(IncidentReason.MOVE_NOT_ALLOWED, move.text().zh(), move.word(), file.status())
                    .with("allowed", allowed);
        }
    }

    /** Tries that did not reach the reporter keep a distance, or three of them would be one. */
    void requirePause(Act act, CaseFile file, Instant now) {
        Instant last = file.incident().state().tally().unreachedAt();
        if (act.outcome() == RevisitOutcome.UNREACHABLE && last != null) {
            Instant next = last.plus(settings.revisitPause());
            if (next.isAfter(now)) {
                throw new Rejected(
                        IncidentReason.REVISIT_TOO_SOON,
                        next.atZone(settings.zone()).toOffsetDateTime());
            }
        }
    }

    List<Move> allowed(CaseFile file, CurrentUser user, Instant now) {
        return Arrays.stream(Move.values())
                .filter(move -> move.from().contains(file.status())
                        && user.hasAny(move.roles())
                        && objection(move, file, user).isEmpty()
                        && fits(move, file, now))
                .toList();
    }

    /** Why this person may not, although the role would do. */
    private static Optional<IncidentReason> objection(Move move, CaseFile file, CurrentUser user) {
        return switch (move) {
            case START, RETURN, HANDLE -> unless(file.isSentTo(user), IncidentReason.NOT_ITS_HANDLER);
            case VERIFY -> unless(!file.isHandledBy(user), IncidentReason.VERIFIER_HANDLED);
            case REVISIT -> unless(!file.isHandledBy(user), IncidentReason.CLERK_HANDLED);
            case CLOSE ->
                unless(
                        file.incident().state().outcome() == RevisitOutcome.SATISFIED || user.has(Role.LEADER),
                        IncidentReason.LEADER_CLOSES);
            case UNDO ->
                unless(
                        file.lastStep()
                                .filter(step -> step.actor().equals(user.username()))
                                .isPresent(),
                        IncidentReason.NOT_YOURS_TO_UNDO);
            default -> Optional.empty();
        };
    }

    private static Optional<IncidentReason> unless(boolean fine, IncidentReason reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }

    /** Flags and dates that a move depends on besides the state. */
    private boolean fits(Move move, CaseFile file, Instant now) {
        CaseState state = file.incident().state();
        CaseClock clock = state.clock();
        return switch (move) {
            case PAUSE -> !clock.paused() && clock.pausable();
            case RESUME -> clock.paused();
            case EXTEND -> !state.tally().extended() && clock.extendable();
            case REOPEN ->
                state.closedAt() == null
                        || !state.closedAt()
                                .plus(Duration.ofDays(settings.reopenClosedDays()))
                                .isBefore(now);
            case UNDO ->
                file.lastStep()
                        .filter(step -> step.former().isPresent()
                                && !step.at().plus(settings.undoWithin()).isBefore(now))
                        .isPresent();
            default -> true;
        };
    }
}
