package org.gridsight.app.incidents;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes a case out of a report: number, first clock, first step. Stores nothing. */
@Component
class CaseOpening {

    /** What has to be stored together. */
    record Opened(Incident incident, Report report, Step step) {}

    private final SeqBlocks numbers;
    private final CaseClocks clocks;

    CaseOpening(SeqBlocks numbers, CaseClocks clocks) {
        this.numbers = numbers;
        this.clocks = clocks;
    }

    Opened open(NewIncident reported, Complexity complexity, Act.Actor by, Instant receivedAt) {
        Matter matter = Matter.from(reported);
        CaseClock clock = clocks.start(ClockStep.ACCEPT, matter, complexity, receivedAt);
        CaseState first = clocks.settled(matter, CaseState.reported(complexity, clock), receivedAt);
        int year = receivedAt.atZone(clocks.calendar().zone()).getYear();
        Incident incident = new Incident(numbers.next(), year, reported, receivedAt, first);
        return new Opened(incident, new Report(incident, reported.reporter()), incident.reported(by));
    }
}
