package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Raises the watch on a case when its clock has run down so far. Stores nothing. */
@Component
class Watch {

    private final CaseClocks clocks;

    Watch(CaseClocks clocks) {
        this.clocks = clocks;
    }

    /** One step up, or several when nobody looked for long; the case must be due. */
    Step raise(Incident incident, Instant now) {
        CaseState state = incident.state();
        int level =
                Math.max(clocks.escalationDue(state.clock(), now), state.tally().escalation() + 1);
        CaseState watched =
                clocks.settled(incident.matter(), state.with(state.tally().escalated(level)), now);
        OptionalLong left = state.clock().left(now, clocks.calendar());
        Turn turn = new Turn(
                watched,
                "ESCALATED",
                Map.of("level", Integer.toString(level)),
                left.isPresent() ? left.getAsLong() : null,
                null);
        return incident.escalate(turn, now);
    }

    boolean isDue(Incident incident, Instant now) {
        Instant at = incident.state().clock().escalateAt();
        return at != null && !at.isAfter(now);
    }

    /** The steps that would have been made in time up to a moment of the past. */
    List<Step> until(Incident incident, Instant end) {
        List<Step> steps = new ArrayList<>();
        for (Instant at = incident.state().clock().escalateAt();
                at != null && at.isBefore(end);
                at = incident.state().clock().escalateAt()) {
            steps.add(raise(incident, at));
        }
        return steps;
    }
}
