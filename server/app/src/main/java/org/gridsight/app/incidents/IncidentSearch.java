package org.gridsight.app.incidents;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds incidents by filter, page by page, newest first; a page is found by key, so inserts never shift it. */
@Component
class IncidentSearch {

    /** One page and the cursor of the next. */
    record Page(List<IncidentView> items, @Nullable String next) {}

    private static final String OPEN =
            "status in ('REPORTED', 'ACCEPTED', 'ASSIGNED', 'HANDLING', 'HANDLED'," + " 'VERIFIED', 'REVISITED')";

    private final JdbcClient jdbc;
    private final IncidentRepository incidents;
    private final IncidentViews views;

    IncidentSearch(JdbcClient jdbc, IncidentRepository incidents, IncidentViews views) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.views = views;
    }

    /** In the person's area, and those the person was sent to. */
    @Transactional(readOnly = true)
    Page page(IncidentFilter filter, CurrentUser user) {
        return page(filter, Query.seenBy(user.scope(), user.workerId()));
    }

    @Transactional(readOnly = true)
    Page page(IncidentFilter filter, Scope scope) {
        return page(filter, new Query(scope));
    }

    private Page page(IncidentFilter filter, Query query) {
        filter.box().ifPresent(query::inside);
        query.anyOf("status", filter.statuses());
        query.anyOf("kind", filter.kinds());
        query.anyOf("category", filter.categories());
        query.anyOf("level", filter.levels());
        query.startsWith("grid_code", filter.gridPrefix());
        filter.from().ifPresent(from -> query.and("occurred_at >= ?", at(from)));
        filter.to().ifPresent(to -> query.and("occurred_at < ?", at(to)));
        filter.words().ifPresent(query::says);
        filter.after().ifPresent(query::after);
        List<IncidentView> found = read(query, filter.limit() + 1);
        if (found.size() <= filter.limit()) {
            return new Page(found, null);
        }
        List<IncidentView> items = found.subList(0, filter.limit());
        IncidentView last = items.get(items.size() - 1);
        return new Page(List.copyOf(items), new IncidentFilter.Mark(last.receivedAt(), last.seq()).encode());
    }

    /** The newest in a box of those {@link #page} shows, at most {@code limit}. */
    @Transactional(readOnly = true)
    List<IncidentView> newest(Scope scope, Optional<String> workerId, Optional<Box> box, boolean openOnly, int limit) {
        Query query = Query.seenBy(scope, workerId);
        box.ifPresent(query::inside);
        if (openOnly) {
            query.and(OPEN);
        }
        return read(query, limit);
    }

    /** Cases of one kind in a box whose matter lies within a span of another; newest first. */
    @Transactional(readOnly = true)
    List<IncidentView> near(Box box, Duration span, Duplicates.Question question, Scope scope, int limit) {
        Query query = new Query(scope);
        query.inside(box);
        query.and("kind = ?", question.kind().name());
        query.and(
                "occurred_at between ? and ?",
                at(question.occurredAt().minus(span)),
                at(question.occurredAt().plus(span)));
        return read(query, limit);
    }

    private List<IncidentView> read(Query query, int limit) {
        List<Long> seqs = jdbc.sql(query.sql + " order by received_at desc, seq desc limit " + limit)
                .params(query.parameters)
                .query(Long.class)
                .list();
        Map<Long, Incident> bySeq = new HashMap<>();
        for (int i = 0; i < seqs.size(); i += 1000) {
            List<Long> some = seqs.subList(i, Math.min(seqs.size(), i + 1000));
            bySeq.putAll(incidents.findAllBySeq(some, Scope.everything().like()).stream()
                    .collect(Collectors.toMap(Incident::seq, Function.identity())));
        }
        return views.of(seqs.stream().map(bySeq::get).filter(Objects::nonNull).toList());
    }

    private static Timestamp at(Instant time) {
        return Timestamp.from(time);
    }

    /** SQL that both databases read alike, always within a scope. */
    private static final class Query {

        private final StringBuilder sql = new StringBuilder("select seq from incidents.incident i where ");
        private final List<Object> parameters = new ArrayList<>();

        Query(Scope scope) {
            sql.append("grid_code like ?");
            parameters.add(scope.like());
        }

        /** In the area, and what the worker is sent to; the same rule as {@code AssignmentRepository.isSentTo}. */
        static Query seenBy(Scope scope, Optional<String> workerId) {
            return workerId.map(worker -> new Query(scope, worker)).orElseGet(() -> new Query(scope));
        }

        private Query(Scope scope, String workerId) {
            sql.append("(grid_code like ? or exists (select 1 from incidents.assignment a where a.incident_seq = i.seq"
                    + " and a.worker_id = ? and a.ended_at is null))");
            parameters.add(scope.like());
            parameters.add(workerId);
        }

        void and(String condition, Object... values) {
            sql.append(" and ").append(condition);
            parameters.addAll(List.of(values));
        }

        void anyOf(String column, Collection<String> values) {
            if (!values.isEmpty()) {
                String marks = values.stream().map(value -> "?").collect(Collectors.joining(", "));
                and(column + " in (" + marks + ")", values.toArray());
            }
        }

        void startsWith(String column, String prefix) {
            if (!prefix.isEmpty()) {
                and(column + " like ?", prefix + "%");
            }
        }

        /** PostGIS uses its index for this operator, H2 has none (decision 0008); points lie in their own box. */
        void inside(Box box) {
            String ring = "SRID=4490;POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                    .formatted(box.west(), box.south(), box.east(), box.north());
            and("location && cast(? as geometry)", ring);
        }

        void says(String words) {
            String literal = words.toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            String pattern = "%" + literal + "%";
            and(
                    "(number like ? escape '!' or lower(title) like ? escape '!'"
                            + " or lower(description) like ? escape '!')",
                    pattern,
                    pattern,
                    pattern);
        }

        void after(IncidentFilter.Mark mark) {
            Timestamp time = at(mark.receivedAt());
            and("received_at <= ? and (received_at < ? or seq < ?)", time, time, mark.seq());
        }
    }
}
