package org.gridsight.app.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.Box;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened, for those who count: every matter once, so cases merged into another and rejected ones are left out (a
 * merged case is the same matter told again; a rejected one was none of ours). By the state of today: what was merged
 * later is left out of earlier times, too.
 */
@Service
public class IncidentHistory {

    private static final int FETCH = 10_000;

    /** Numbers read at a time: one query of a million rows could not be called off for seconds, and is kept whole by H2. */
    private static final long STRIDE = 20_000;

    private static final String COUNTED = "i.status not in ('MERGED', 'REJECTED')";

    private final JdbcTemplate jdbc;

    IncidentHistory(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(FETCH);
    }

    /**
     * Which cases.
     *
     * @param from occurred at this time or later
     * @param to occurred before this time
     * @param knownBefore received before this time: what was known then; empty for all
     * @param kinds empty for every kind
     * @param category of a dispute, in whichever of the two lists; finds its likes in the other list
     */
    public record Filter(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<Instant> knownBefore,
            Set<IncidentKind> kinds,
            Optional<DisputeCategory> category,
            Optional<Box> box) {}

    /**
     * A sign of change of one kind: two equal marks mean that the same cases count. Moves of a case do not change it.
     *
     * @param seqSum tells one case from another that came in its stead
     */
    public record Mark(IncidentKind kind, long cases, long lastSeq, long seqSum) {}

    /**
     * The cases in the order of their seq, read in pieces. Blocks its own connection only, also within a writing
     * transaction.
     *
     * @param check asked before each piece; what it throws ends the reading
     */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public PastCases cases(Filter filter, Scope scope, Runnable check) {
        List<Object> values = new ArrayList<>();
        String sql = "select i.seq, i.id, st_x(i.location) as lng, st_y(i.location) as lat, i.occurred_at,"
                + " i.received_at, i.kind, i.category, i.source, i.location_flags, i.grid_code,"
                + " r.reporter_phone, r.reporter_name, s.actor"
                + " from incidents.incident i"
                + " left join incidents.report r on r.incident_seq = i.seq"
                + " left join incidents.step s on s.incident_seq = i.seq and s.step = 1 and i.source = 'GRID_PATROL'"
                + where(filter, scope, values)
                + " and i.seq >= ? and i.seq < ? order by i.seq, r.received_at, r.id";
        PastCases cases = new PastCases();
        RowCallbackHandler reader = row -> {
            // a case told by several people comes once, with the first of them
            if (row.getLong("seq") != cases.lastSeq()) {
                cases.add(read(row));
            }
        };
        Range seqs = range();
        for (long from = seqs.first(); from <= seqs.last(); from += STRIDE) {
            check.run();
            jdbc.query(
                    sql,
                    reader,
                    Stream.concat(values.stream(), Stream.of(from, from + STRIDE))
                            .toArray());
        }
        return cases.filled();
    }

    private record Range(long first, long last) {}

    private Range range() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select coalesce(min(seq), 1) as least, coalesce(max(seq), 0) as most from incidents.incident",
                (row, number) -> new Range(row.getLong("least"), row.getLong("most"))));
    }

    private static String where(Filter filter, Scope scope, List<Object> values) {
        StringBuilder sql = new StringBuilder(" where i.grid_code like ? and " + COUNTED);
        values.add(scope.like());
        filter.from().ifPresent(from -> {
            sql.append(" and i.occurred_at >= ?");
            values.add(Timestamp.from(from));
        });
        filter.to().ifPresent(to -> {
            sql.append(" and i.occurred_at < ?");
            values.add(Timestamp.from(to));
        });
        filter.knownBefore().ifPresent(before -> {
            sql.append(" and i.received_at < ?");
            values.add(Timestamp.from(before));
        });
        anyOf("i.kind", filter.kinds().stream().map(Enum::name).collect(Collectors.toSet()), sql, values);
        anyOf("i.category", filter.category().map(DisputeCategory::codesAlike).orElse(Set.of()), sql, values);
        filter.box().ifPresent(box -> {
            sql.append(" and i.location && cast(? as geometry)");
            values.add("SRID=4490;POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                    .formatted(box.west(), box.south(), box.east(), box.north()));
        });
        return sql.toString();
    }

    private static void anyOf(String column, Set<String> wanted, StringBuilder sql, List<Object> values) {
        if (!wanted.isEmpty()) {
            sql.append(" and ").append(column).append(" in (");
            sql.append(wanted.stream().map(value -> "?").collect(Collectors.joining(", ")));
            sql.append(")");
            values.addAll(wanted);
        }
    }

    private static PastCases.Row read(ResultSet row) throws SQLException {
        return new PastCases.Row(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getDouble("lng"),
                row.getDouble("lat"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                IncidentKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("category")).flatMap(DisputeCategory::parse),
                IncidentSource.valueOf(row.getString("source")),
                reporter(row),
                row.getString("location_flags"),
                row.getString("grid_code"));
    }

    /** Who told it: the phone tells people apart best, then the name; a patrol without either is its worker's. */
    private static String reporter(ResultSet row) throws SQLException {
        for (String column : List.of("reporter_phone", "reporter_name", "actor")) {
            String text = row.getString(column);
            if (text != null && !text.isBlank()) {
                return column + " " + text.strip();
            }
        }
        return "";
    }

    /** One mark for each kind that has a case. Reads the table, so ask every few minutes, not for every call. */
    @Transactional(readOnly = true)
    public List<Mark> marks() {
        return jdbc.query(
                "select i.kind, count(*) as cases, max(i.seq) as last_seq, sum(i.seq) as seq_sum"
                        + " from incidents.incident i where " + COUNTED + " group by i.kind order by i.kind",
                (row, number) -> new Mark(
                        IncidentKind.valueOf(row.getString("kind")),
                        row.getLong("cases"),
                        row.getLong("last_seq"),
                        row.getLong("seq_sum")));
    }
}
