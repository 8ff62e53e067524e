package org.gridsight.app.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.gridsight.spatial.LngLat;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The history of fixes, for a short time: written in batches once a second, blurred after some days, then deleted. It is
 * not the truth of anything: a crash loses the last second of it, and a flood beyond the buffer is dropped and counted
 * ({@code gridsight.positions.dropped}). A repeated fix of the same worker and moment is kept once.
 */
@Component
class PositionArchive {

    private static final int BUFFER = 100_000;
    private static final int BATCH = 2_000;

    /** Side of the squares that places are blurred to, in degrees of latitude: 500 m. */
    private static final double BLUR_DEGREES = 500 / 111_320.0;

    private record Kept(Fix fix, Instant receivedAt) {}

    private record Moment(String workerId, Instant at) {}

    private final BlockingQueue<Kept> waiting = new ArrayBlockingQueue<>(BUFFER);
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final DispatchSettings settings;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    PositionArchive(
            JdbcTemplate batches,
            TransactionTemplate transaction,
            DispatchSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.transaction = transaction;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Never waits: where there is no room left the fix is counted and dropped. */
    void add(Fix fix, Instant receivedAt) {
        if (!waiting.offer(new Kept(fix, receivedAt))) {
            meters.counter("gridsight.positions.dropped").increment();
        }
    }

    @Scheduled(fixedDelayString = "PT1S")
    @PreDestroy
    void write() {
        List<Kept> batch = new ArrayList<>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            Map<Moment, Kept> once = new LinkedHashMap<>();
            batch.forEach(kept -> once.putIfAbsent(
                    new Moment(kept.fix().workerId(), kept.fix().at()), kept));
            transaction.executeWithoutResult(status -> insert(once.values()));
            batch.clear();
        }
    }

    private void insert(Collection<Kept> batch) {
        batches.batchUpdate(
                "insert into dispatch.position_fix (worker_id, fixed_at, received_at, lng, lat, accuracy_metres)"
                        + " select ?, ?, ?, ?, ?, ? where not exists"
                        + " (select 1 from dispatch.position_fix where worker_id = ? and fixed_at = ?)",
                batch,
                BATCH,
                PositionArchive::fill);
    }

    private static void fill(PreparedStatement row, Kept kept) throws SQLException {
        Fix fix = kept.fix();
        row.setString(1, fix.workerId());
        row.setTimestamp(2, Timestamp.from(fix.at()));
        row.setTimestamp(3, Timestamp.from(kept.receivedAt()));
        row.setDouble(4, fix.place().lng());
        row.setDouble(5, fix.place().lat());
        if (Double.isNaN(fix.accuracyMetres())) {
            row.setNull(6, Types.DOUBLE);
        } else {
            row.setDouble(6, fix.accuracyMetres());
        }
        row.setString(7, fix.workerId());
        row.setTimestamp(8, Timestamp.from(fix.at()));
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

    /** Old places become the middle of their square of 500 m; the oldest go. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void blurAndDelete() {
        Instant now = clock.instant();
        jdbc.sql("delete from dispatch.position_fix where fixed_at < ?")
                .param(Timestamp.from(now.minus(settings.positionRetention())))
                .update();
        // the second statement reads the latitude that the first has blurred: squares of one row share one width
        jdbc.sql("update dispatch.position_fix set lat = (floor(lat / :side) + 0.5) * :side"
                        + " where blurred = false and fixed_at < :before")
                .param("side", BLUR_DEGREES)
                .param("before", Timestamp.from(now.minus(settings.positionBlurAfter())))
                .update();
        jdbc.sql("update dispatch.position_fix set blurred = true, accuracy_metres = 500,"
                        + " lng = (floor(lng / (:side / cos(radians(lat)))) + 0.5) * (:side / cos(radians(lat)))"
                        + " where blurred = false and fixed_at < :before")
                .param("side", BLUR_DEGREES)
                .param("before", Timestamp.from(now.minus(settings.positionBlurAfter())))
                .update();
    }
}
