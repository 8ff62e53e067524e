package org.gridsight.app.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time limits as the table has them now; read again once a minute, so that a change needs no restart. */
@Component
class TimeLimits {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Read(List<TimeLimit> rows, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Replaced as a whole by any reader that finds it old; readers see one or the other. */
    private volatile Read read = new Read(List.of(), Instant.MIN);

    TimeLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The closest limit; empty when the table has none for this step. */
    Optional<TimeLimit> find(Matter matter, Complexity complexity, ClockStep step) {
        return rows().stream()
                .filter(limit -> limit.fits(matter, complexity, step))
                .max(Comparator.comparingInt(TimeLimit::closeness));
    }

    private List<TimeLimit> rows() {
        Read known = read;
        Instant now = clock.instant();
        if (known.at().isAfter(now.minus(KEPT)) && !known.at().isAfter(now)) {
            return known.rows();
        }
        List<TimeLimit> rows = jdbc.sql(
                        "select source, kind, category, complexity, step, amount, unit, pausable, extendable"
                                + " from incidents.time_limit")
                .query(TimeLimit.class)
                .list();
        read = new Read(rows, now);
        return rows;
    }
}
