package org.gridsight.app.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gridsight.app.kernel.Rejected;

/**
 * One matter to be solved. It alone moves between states, only along the table of moves, and hands out one step for
 * each; time never runs backwards in its course, whatever the clock of the machine does.
 */
@Entity
@Table(schema = "incidents", name = "incident")
class Incident {

    @Id
    private long seq;

    @Column(updatable = false)
    private UUID id = new UUID(0, 0);

    @Version
    private long version;

    @Column(updatable = false)
    private String number = "";

    @Column(updatable = false)
    private String caseCode = "";

    private Matter matter;
    private Spot spot;
    private CaseState state;

    @Column(updatable = false)
    private Instant occurredAt = Instant.EPOCH;

    @Column(updatable = false)
    private Instant receivedAt = Instant.EPOCH;

    private Instant updatedAt = Instant.EPOCH;
    private int steps;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Incident() {}

    Incident(long seq, int year, NewIncident reported, Instant receivedAt, CaseState first) {
        this.seq = seq;
        UUID made = reported.device().id();
        this.id = made == null ? TimeOrderedId.at(receivedAt) : made;
        this.number = "%d-%06d".formatted(year, seq);
        this.caseCode = CaseCode.random();
        this.matter = Matter.from(reported);
        this.spot = Spot.from(reported.where());
        this.occurredAt = reported.occurredAt();
        this.receivedAt = receivedAt;
        this.updatedAt = receivedAt;
        this.state = first;
    }

    /** The first step of the course. */
    Step reported(Act.Actor by, NewIncident.Device device) {
        Map<String, String> details = new TreeMap<>();
        if (!spot.flags().isEmpty()) {
            details.put("flags", spot.locationFlags());
        }
        if (device.clockSkewSeconds() != null) {
            details.put("clockSkewSeconds", device.clockSkewSeconds().toString());
        }
        return append(
                by,
                new StepFacts(
                        "report", null, null, state.status(), receivedAt, null, null, null, null, null, details, null));
    }

    /** Makes a move, if the table has it. */
    Step move(Act act, Turn turn) {
        IncidentStatus from = state.status();
        IncidentStatus to = turn.next().status();
        boolean back = act.move() == Move.UNDO || act.move() == Move.UNMERGE;
        if (!act.move().from().contains(from)
                || !(back || to == from || from.next().contains(to))) {
            throw new Rejected(
                    IncidentReason.MOVE_NOT_ALLOWED,
                    act.move().text().zh(),
                    act.move().word(),
                    from);
        }
        state = turn.next();
        return append(
                act.actor(), StepFacts.of(act, turn, from, notBefore(act.at())).ofDevice(act.device(), receivedAt));
    }

    /** Rises one or more levels because its clock runs out. */
    Step escalate(Turn turn, Instant now) {
        IncidentStatus status = state.status();
        state = turn.next();
        return append(
                Act.Actor.PRODUCT,
                StepFacts.plain("escalate", "ESCALATED", status, notBefore(now), turn.details())
                        .withClockLeft(turn.clockLeftSeconds()));
    }

    /** Another case went into this one, or left it again. */
    Step touched(Act act, String event, Incident other) {
        Map<String, String> details = Map.of("incident", other.number);
        return append(
                act.actor(), StepFacts.plain(act.move().word(), event, state.status(), notBefore(act.at()), details));
    }

    /** Who is named in it has changed; the history tells how many, never who. */
    Step named(Act.Actor by, Instant now, Map<String, String> details) {
        return append(by, StepFacts.plain("parties", "PARTIES_CHANGED", state.status(), notBefore(now), details));
    }

    /** Somebody sent has answered, or another one is sent instead; nothing moves. */
    Step told(Act.Actor by, StepFacts facts) {
        return append(by, facts);
    }

    /** Somebody, or the product, adds what is known; nothing moves. */
    Step noted(Act.Actor by, Instant now, String words) {
        return append(
                by,
                StepFacts.plain("note", "NOTED", state.status(), notBefore(now), Map.of())
                        .saying(words));
    }

    /** What is known of the matter or its place was put right, or two say it differently; nothing moves. */
    Step amended(CaseChange change, Act.Actor by, Instant now) {
        matter = change.over(matter);
        spot = change.over(spot);
        StepFacts facts = StepFacts.plain("amend", change.event(), state.status(), notBefore(now), change.details());
        return append(by, facts.ofDevice(change.device(), receivedAt).saying(change.words()));
    }

    private Step append(Act.Actor by, StepFacts facts) {
        steps++;
        updatedAt = facts.at();
        return new Step(new Step.Key(seq, steps), by, facts);
    }

    Instant notBefore(Instant now) {
        return now.isBefore(updatedAt) ? updatedAt : now;
    }

    long seq() {
        return seq;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String number() {
        return number;
    }

    String caseCode() {
        return caseCode;
    }

    Matter matter() {
        return matter;
    }

    Spot spot() {
        return spot;
    }

    CaseState state() {
        return state;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int steps() {
        return steps;
    }
}
