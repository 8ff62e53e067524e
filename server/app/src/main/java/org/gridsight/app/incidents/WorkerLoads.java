package org.gridsight.app.incidents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has how much in hand, and who was sent to a case or gave it back: what a choice among workers looks at. */
@Service
public class WorkerLoads {

    private static final Duration LAST_DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkerLoads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param sent workers with an order that has not ended
     * @param gaveBack those who returned it, and were not sent again */
    public record Standing(Set<String> sent, Set<String> gaveBack) {}

    private record Row(
            String workerId,
            OrderStatus status,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt) {}

    /** By worker; whoever has nothing in hand and did not work is missing. */
    @Transactional(readOnly = true)
    public Map<String, WorkerLoad> byWorker() {
        Instant now = clock.instant();
        Map<String, List<Row>> rows = new HashMap<>();
        jdbc.sql("select worker_id, status, begun_at, ended_at from incidents.assignment"
                        + " where worker_id is not null and ended_at is null"
                        + " union all select worker_id, status, begun_at, ended_at from incidents.assignment"
                        + " where worker_id is not null and begun_at is not null and ended_at >= ?")
                .param(Timestamp.from(now.minus(LAST_DAY)))
                .query((row, number) -> new Row(
                        row.getString("worker_id"),
                        OrderStatus.valueOf(row.getString("status")),
                        instant(row.getTimestamp("begun_at")),
                        instant(row.getTimestamp("ended_at"))))
                .list()
                .forEach(row -> rows.computeIfAbsent(row.workerId(), id -> new ArrayList<>())
                        .add(row));
        Map<String, WorkerLoad> loads = new HashMap<>();
        rows.forEach((worker, own) -> loads.put(worker, load(own, now)));
        return loads;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant).orElse(null);
    }

    private static WorkerLoad load(List<Row> rows, Instant now) {
        int open = 0;
        boolean underWay = false;
        List<WorkerLoad.Stretch> work = new ArrayList<>();
        for (Row row : rows) {
            boolean begun = row.status() == OrderStatus.UNDER_WAY;
            open += row.status().isActive() ? 1 : 0;
            underWay |= begun;
            if (row.begunAt() != null && (begun || row.endedAt() != null)) {
                work.add(new WorkerLoad.Stretch(row.begunAt(), row.endedAt() == null ? now : row.endedAt()));
            }
        }
        return new WorkerLoad(open, underWay, work);
    }

    /** Of one case. */
    @Transactional(readOnly = true)
    public Standing standing(UUID incidentId) {
        Set<String> sent = new HashSet<>();
        Set<String> gaveBack = new HashSet<>();
        jdbc.sql("select a.worker_id, a.status from incidents.assignment a join incidents.incident i"
                        + " on i.seq = a.incident_seq where i.id = ? and a.worker_id is not null")
                .param(incidentId)
                .query((row, number) -> {
                    OrderStatus status = OrderStatus.valueOf(row.getString("status"));
                    if (status.isActive()) {
                        sent.add(row.getString("worker_id"));
                    } else if (status == OrderStatus.RETURNED) {
                        gaveBack.add(row.getString("worker_id"));
                    }
                    return status;
                })
                .list();
        return new Standing(sent, gaveBack);
    }
}
