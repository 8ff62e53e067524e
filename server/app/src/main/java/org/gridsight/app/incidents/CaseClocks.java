package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Starts the clocks of a case by the limits of the township, and says when they call for more attention. */
@Component
class CaseClocks {

    private final TimeLimits limits;
    private final WorkCalendar calendar;
    private final List<Integer> escalateAtPercent;

    CaseClocks(TimeLimits limits, WorkCalendar calendar, IncidentSettings settings) {
        this.limits = limits;
        this.calendar = calendar;
        this.escalateAtPercent = settings.escalateAtPercent();
    }

    CaseClock start(ClockStep step, Matter matter, Complexity complexity, Instant now) {
        return limits.find(matter, complexity, step)
                .map(limit -> CaseClock.started(step, limit, now, calendar))
                .orElseGet(CaseClock::none);
    }

    /** The state with its next escalation and its level as they follow from everything else; frozen once it has ended. */
    CaseState settled(Matter matter, CaseState state, Instant now) {
        if (!state.status().isOpen()) {
            return state.with(state.clock().escalatingAt(null, calendar));
        }
        int escalation = state.tally().escalation();
        Integer percent = escalation < escalateAtPercent.size() ? escalateAtPercent.get(escalation) : null;
        CaseState timed = state.with(state.clock().escalatingAt(percent, calendar));
        double used = timed.clock().usedShare(now, calendar);
        return timed.rated(AttentionRule.level(matter, timed, used), AttentionRule.NAME);
    }

    /** The level of watch that the clock asks for now, 0 to 3. */
    int escalationDue(CaseClock clock, Instant now) {
        double used = clock.paused() ? 0 : clock.usedShare(now, calendar);
        return (int) escalateAtPercent.stream()
                .filter(percent -> used * 100 >= percent)
                .count();
    }

    WorkCalendar calendar() {
        return calendar;
    }
}
