package org.gridsight.app.incidents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridsight.app.kernel.Scope;
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

    /** More in twelve hours are a flood, of which the latest tell enough. */
    private static final int MOST = 2_000;

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

    private record Case(Instant receivedAt, boolean open, Map<String, Instant> firsts) {

        Optional<Instant> first(String action) {
            return Optional.ofNullable(firsts.get(action));
        }

        Optional<Instant> answeredAt() {
            return Stream.of(first("accept"), first("reject"))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
        }
    }

    @Transactional(readOnly = true)
    public Figures figures(Scope scope) {
        Instant since = clock.instant().minus(SPAN);
        List<Case> cases = cases(since, scope);
        return new Figures(since, REFERENCE_SECONDS, REFERENCE_SHARE, answered(cases), dispatched(cases));
    }

    /** In two questions: H2 would walk the steps of all cases to join them with the few of a night. */
    private List<Case> cases(Instant since, Scope scope) {
        Map<Long, Case> cases = new LinkedHashMap<>();
        jdbc.sql("select seq, received_at, status from incidents.incident where received_at >= ? and grid_code like ?"
                        + " order by received_at desc limit " + MOST)
                .params(Timestamp.from(since), scope.like())
                .query(row -> {
                    boolean open =
                            IncidentStatus.valueOf(row.getString("status")).isOpen();
                    Instant received = row.getTimestamp("received_at").toInstant();
                    cases.put(row.getLong("seq"), new Case(received, open, new HashMap<>()));
                });
        if (!cases.isEmpty()) {
            jdbc.sql("select incident_seq, action, min(at) as first_at from incidents.step"
                            + " where incident_seq in (:seqs) and action in ('accept', 'reject', 'assign')"
                            + " group by incident_seq, action")
                    .param("seqs", cases.keySet())
                    .query(row -> {
                        Case one = Objects.requireNonNull(cases.get(row.getLong("incident_seq")));
                        one.firsts()
                                .put(
                                        row.getString("action"),
                                        row.getTimestamp("first_at").toInstant());
                    });
        }
        return List.copyOf(cases.values());
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
                        each.first("accept").isPresent() && each.first("assign").isPresent())
                .map(each ->
                        seconds(each.first("accept").get(), each.first("assign").get()))
                .sorted()
                .toList();
        long waiting = cases.stream()
                .filter(each ->
                        each.first("accept").isPresent() && each.first("assign").isEmpty() && each.open())
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
