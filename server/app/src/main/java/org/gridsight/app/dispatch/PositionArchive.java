package org.gridsight.app.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gridsight.spatial.LngLat;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps fixes for the retention time and no longer. A repeated fix of the same worker and moment is kept once. */
@Component
class PositionArchive {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final DispatchSettings settings;
    private final Clock clock;

    PositionArchive(JdbcTemplate batches, JdbcClient jdbc, DispatchSettings settings, Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    void add(List<Fix> fixes, Instant receivedAt) {
        batches.batchUpdate(
                "insert into dispatch.position_fix (worker_id, fixed_at, received_at, lng, lat, accuracy_metres)"
                        + " select ?, ?, ?, ?, ?, ? where not exists"
                        + " (select 1 from dispatch.position_fix where worker_id = ? and fixed_at = ?)",
                fixes,
                fixes.size(),
                (row, fix) -> {
                    row.setString(1, fix.workerId());
                    row.setTimestamp(2, Timestamp.from(fix.at()));
                    row.setTimestamp(3, Timestamp.from(receivedAt));
                    row.setDouble(4, fix.place().lng());
                    row.setDouble(5, fix.place().lat());
                    if (Double.isNaN(fix.accuracyMetres())) {
                        row.setNull(6, java.sql.Types.DOUBLE);
                    } else {
                        row.setDouble(6, fix.accuracyMetres());
                    }
                    row.setString(7, fix.workerId());
                    row.setTimestamp(8, Timestamp.from(fix.at()));
                });
    }

    /** Fixes since a time, oldest first. */
    List<Fix> since(Instant from) {
        return jdbc.sql("select worker_id, lng, lat, accuracy_metres, fixed_at from dispatch.position_fix"
                        + " where fixed_at >= ? order by fixed_at")
                .param(Timestamp.from(from))
                .query((row, number) -> new Fix(
                        row.getString("worker_id"),
                        new LngLat(row.getDouble("lng"), row.getDouble("lat")),
                        row.getObject("accuracy_metres") == null ? Double.NaN : row.getDouble("accuracy_metres"),
                        row.getTimestamp("fixed_at").toInstant()))
                .list();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void deleteOld() {
        jdbc.sql("delete from dispatch.position_fix where fixed_at < ?")
                .param(Timestamp.from(clock.instant().minus(settings.positionRetention())))
                .update();
    }
}
