package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes a case out of a report: number, first clock, first step. Stores nothing. */
@Component
class CaseOpening {

    /** What has to be stored together; no report when nobody is named. */
    record Opened(Incident incident, Optional<Report> report, Step step, List<Party> parties) {}

    private final SeqBlocks numbers;
    private final CaseClocks clocks;

    CaseOpening(SeqBlocks numbers, CaseClocks clocks) {
        this.numbers = numbers;
        this.clocks = clocks;
    }

    Opened open(NewIncident reported, Complexity complexity, Act.Actor by, Instant receivedAt) {
        CaseClock clock = clocks.start(ClockStep.ACCEPT, Matter.from(reported), complexity, receivedAt);
        return open(reported, CaseState.reported(complexity, clock), by, receivedAt);
    }

    /** From an old file: nobody waits for it to be accepted, so no clock runs until somebody takes it up. */
    Opened openOld(NewIncident reported, Act.Actor by, Instant receivedAt) {
        return open(reported, CaseState.reported(Complexity.GENERAL, CaseClock.none()), by, receivedAt);
    }

    private Opened open(NewIncident reported, CaseState state, Act.Actor by, Instant receivedAt) {
        CaseState first = clocks.settled(Matter.from(reported), state, receivedAt);
        int year = receivedAt.atZone(clocks.calendar().zone()).getYear();
        Incident incident = new Incident(numbers.next(), year, reported, receivedAt, first);
        Optional<Report> report = Optional.ofNullable(reported.reporter()).map(teller -> new Report(incident, teller));
        return new Opened(
                incident, report, incident.reported(by, reported.device()), named(incident, reported.parties()));
    }

    private static List<Party> named(Incident incident, List<NewIncident.Party> told) {
        return IntStream.range(0, told.size())
                .mapToObj(i -> new Party(incident, i, told.get(i)))
                .toList();
    }
}
