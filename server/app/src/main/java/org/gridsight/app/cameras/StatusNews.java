package org.gridsight.app.cameras;

import java.sql.ResultSet;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.LatestChange;
import org.gridsight.spatial.LngLat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells every open map which cameras are new, have come or gone, have moved or were changed. It compares what the database
 * says with what was told before, so whoever wrote it, even another node, is heard.
 */
@Component
class StatusNews {

    static final String STREAM = "cameras";

    private record Known(String status, String gridCode, Optional<LngLat> place, long version) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Known> told = new HashMap<>();

    StatusNews(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Publishes what is not as it was the last time. */
    synchronized void tell() {
        Map<String, Known> now = read();
        now.forEach((cameraId, known) -> {
            if (!known.equals(told.get(cameraId))) {
                events.publishEvent(new LatestChange(
                        STREAM,
                        cameraId,
                        known.gridCode(),
                        known.place(),
                        clock.instant(),
                        known.status(),
                        known.version()));
            }
        });
        told.clear();
        told.putAll(now);
    }

    private Map<String, Known> read() {
        Map<String, Known> now = new HashMap<>();
        jdbc.sql("select camera_id, status, grid_code, version, st_x(location) as lng, st_y(location) as lat"
                        + " from cameras.camera")
                .query((ResultSet row) -> {
                    double lng = row.getDouble("lng");
                    Optional<LngLat> place =
                            row.wasNull() ? Optional.empty() : Optional.of(new LngLat(lng, row.getDouble("lat")));
                    now.put(
                            row.getString("camera_id"),
                            new Known(
                                    row.getString("status"),
                                    row.getString("grid_code"),
                                    place,
                                    row.getLong("version")));
                });
        return now;
    }
}
