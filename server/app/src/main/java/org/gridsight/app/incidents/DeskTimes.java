package org.gridsight.app.incidents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How quickly the duty desk answers, over the cases received in the last twelve hours. Answered: from receipt to the
 * first accept or reject. Dispatched: from the first accept to the first assign. The reference is that of emergency call
 * centres (NFPA 1225): 90 % dispatched within 60 s of the answer. Cases that still wait are counted, not guessed.
 */
@Service
public class DeskTimes {

    private static final Duration SPAN = Duration.ofHours(12);
    private static final int REFERENCE_SECONDS = 60;
    private static final double REFERENCE_SHARE = 0.9;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeskTimes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Seconds of those that are done, by nearest rank; empty without any.
     *
     * @param waiting cases that have come so far and wait for this step
     * @param withinReference share of the done within the reference time
     */
    public record Times(
            int count,
            int waiting,
            Optional<Long> p50Seconds,
            Optional<Long> p90Seconds,
            Optional<Double> withinReference) {}

    /** All as of now. */
    public record Figures(
            Instant since, int referenceSeconds, double referenceShare, Times answered, Times dispatched) {}

    private record Case(
            Instant receivedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> acceptedAt,
            Optional<Instant> assignedAt,
            boolean open) {}

    @Transactional(readOnly = true)
    public Figures figures(Scope scope) {
        Instant since = clock.instant().minus(SPAN);
        List<Case> cases = jdbc.sql("select i.received_at, i.status,"
                        + " min(case when s.action in ('accept', 'reject') then s.at end) as answered_at,"
                        + " min(case when s.action = 'accept' then s.at end) as accepted_at,"
                        + " min(case when s.action = 'assign' then s.at end) as assigned_at"
                        + " from incidents.incident i join incidents.step s on s.incident_seq = i.seq"
                        + " where i.received_at >= ? and i.grid_code like ?"
                        + " group by i.seq, i.received_at, i.status")
                .params(Timestamp.from(since), scope.like())
                .query((row, number) -> new Case(
                        row.getTimestamp("received_at").toInstant(),
                        time(row.getTimestamp("answered_at")),
                        time(row.getTimestamp("accepted_at")),
                        time(row.getTimestamp("assigned_at")),
                        IncidentStatus.valueOf(row.getString("status")).isOpen()))
                .list();
        return new Figures(since, REFERENCE_SECONDS, REFERENCE_SHARE, answered(cases), dispatched(cases));
    }

    private static Optional<Instant> time(@Nullable Timestamp stamp) {
        return Optional.ofNullable(stamp).map(Timestamp::toInstant);
    }

    private static Times answered(List<Case> cases) {
        List<Long> done = cases.stream()
                .flatMap(each -> each.answeredAt().map(at -> seconds(each.receivedAt(), at)).stream())
                .sorted()
                .toList();
        long waiting = cases.stream()
                .filter(each -> each.answeredAt().isEmpty() && each.open())
                .count();
        return times(done, waiting);
    }

    private static Times dispatched(List<Case> cases) {
        List<Long> done = cases.stream()
                .filter(each ->
                        each.acceptedAt().isPresent() && each.assignedAt().isPresent())
                .map(each -> seconds(each.acceptedAt().get(), each.assignedAt().get()))
                .sorted()
                .toList();
        long waiting = cases.stream()
                .filter(each ->
                        each.acceptedAt().isPresent() && each.assignedAt().isEmpty() && each.open())
                .count();
        return times(done, waiting);
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    private static Times times(List<Long> sorted, long waiting) {
        if (sorted.isEmpty()) {
            return new Times(0, (int) waiting, Optional.empty(), Optional.empty(), Optional.empty());
        }
        long within = sorted.stream().filter(each -> each <= REFERENCE_SECONDS).count();
        return new Times(
                sorted.size(),
                (int) waiting,
                Optional.of(rank(sorted, 0.5)),
                Optional.of(rank(sorted, 0.9)),
                Optional.of((double) within / sorted.size()));
    }

    private static long rank(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
