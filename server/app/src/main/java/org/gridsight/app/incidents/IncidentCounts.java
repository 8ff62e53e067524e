package org.gridsight.app.incidents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many, within a scope, as of now. Each figure is the size of a list that the incident filters open. */
@Service
public class IncidentCounts {

    private static final int TREND_HOURS = 24;
    private static final String OPEN =
            "status in ('REPORTED', 'ACCEPTED', 'ASSIGNED', 'HANDLING', 'HANDLED', 'VERIFIED', 'REVISITED')";

    private static final String NEWS = Stream.concat(
                    Stream.of("report"), Arrays.stream(Move.values()).map(Move::word))
            .map(action -> "'" + action + "'")
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final IncidentSettings settings;
    private final Clock clock;

    IncidentCounts(JdbcClient jdbc, IncidentSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param overdue open, not paused, past its deadline */
    public record Counts(Instant asOf, long open, long overdue, long red, long reportedToday, long closedToday) {}

    /** One hour of the last day; {@code hour} is its beginning. */
    public record Hour(Instant hour, long reported, long closed) {}

    /** A step somebody made, in words. */
    public record Latest(Instant at, UUID incidentId, String number, String zh, String en) {}

    @Transactional(readOnly = true)
    public Counts counts(Scope scope) {
        Instant now = clock.instant();
        Timestamp today = Timestamp.from(ZonedDateTime.ofInstant(now, settings.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant());
        return jdbc.sql("select count(*) filter (where " + OPEN + ") as open_now,"
                        + " count(*) filter (where " + OPEN + " and paused_at is null and due_at < :now) as overdue,"
                        + " count(*) filter (where " + OPEN + " and level = 'RED') as red,"
                        + " count(*) filter (where received_at >= :today) as reported_today,"
                        + " count(*) filter (where status = 'CLOSED' and closed_at >= :today) as closed_today"
                        + " from incidents.incident where grid_code like :scope")
                .param("now", Timestamp.from(now))
                .param("today", today)
                .param("scope", scope.like())
                .query((row, number) -> new Counts(
                        now,
                        row.getLong("open_now"),
                        row.getLong("overdue"),
                        row.getLong("red"),
                        row.getLong("reported_today"),
                        row.getLong("closed_today")))
                .single();
    }

    /** Twenty-four full hours and the one that runs, oldest first. */
    @Transactional(readOnly = true)
    public List<Hour> trend(Scope scope) {
        Instant first = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(TREND_HOURS - 1));
        Map<Instant, Integer> reported = perHour("received_at", first, scope);
        Map<Instant, Integer> closed = perHour("closed_at", first, scope);
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < TREND_HOURS; i++) {
            Instant hour = first.plus(Duration.ofHours(i));
            hours.add(new Hour(hour, reported.getOrDefault(hour, 0), closed.getOrDefault(hour, 0)));
        }
        return List.copyOf(hours);
    }

    private Map<Instant, Integer> perHour(String column, Instant first, Scope scope) {
        Map<Instant, Integer> counts = new HashMap<>();
        jdbc.sql("select " + column + " from incidents.incident where " + column + " >= ? and grid_code like ?")
                .params(Timestamp.from(first), scope.like())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list()
                .forEach(time -> counts.merge(time.truncatedTo(ChronoUnit.HOURS), 1, Integer::sum));
        return counts;
    }

    /** The newest reports and moves; what is said beside them, as by somebody on the way, is no news for all. */
    @Transactional(readOnly = true)
    public List<Latest> latest(Scope scope, int limit) {
        return jdbc.sql("select s.at, s.action, i.id, i.number, i.kind, i.grid_name"
                        + " from incidents.step s join incidents.incident i on i.seq = s.incident_seq"
                        + " where i.grid_code like ? and s.action in (" + NEWS
                        + ") order by s.at desc, i.seq desc limit "
                        + limit)
                .param(scope.like())
                .query((row, number) -> {
                    IncidentKind kind = IncidentKind.valueOf(row.getString("kind"));
                    Text verb = verb(row.getString("action"));
                    String grid = row.getString("grid_name");
                    String code = row.getString("number");
                    return new Latest(
                            row.getTimestamp("at").toInstant(),
                            row.getObject("id", UUID.class),
                            code,
                            code + " " + verb.zh() + "：" + kind.text().zh() + "，" + grid,
                            code + " " + verb.en() + ": " + kind.text().en() + ", " + grid);
                })
                .list();
    }

    private static Text verb(String action) {
        return Move.parse(action).map(Move::text).orElse(new Text("上报", "reported"));
    }
}
