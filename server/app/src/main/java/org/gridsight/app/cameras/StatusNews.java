package org.gridsight.app.cameras;

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
 * Tells every open map which cameras have come or gone. It compares what the database says with what was told before, so
 * whoever wrote it, even another node, is heard.
 */
@Component
class StatusNews {

    static final String STREAM = "cameras";

    private record Known(String status, String gridCode) {}

    private record Row(String cameraId, String status, String gridCode, Optional<LngLat> place) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Known> told = new HashMap<>();

    StatusNews(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Publishes what is another status than the last time. */
    synchronized void tell() {
        Map<String, Known> now = new HashMap<>();
        jdbc.sql(
                        "select camera_id, status, grid_code, st_x(location) as lng, st_y(location) as lat from cameras.camera")
                .query((row, number) -> {
                    double lng = row.getDouble("lng");
                    Optional<LngLat> place =
                            row.wasNull() ? Optional.empty() : Optional.of(new LngLat(lng, row.getDouble("lat")));
                    return new Row(
                            row.getString("camera_id"), row.getString("status"), row.getString("grid_code"), place);
                })
                .list()
                .forEach(row -> {
                    Known known = new Known(row.status(), row.gridCode());
                    now.put(row.cameraId(), known);
                    if (!known.equals(told.get(row.cameraId()))) {
                        events.publishEvent(new LatestChange(
                                STREAM, row.cameraId(), row.gridCode(), row.place(), clock.instant(), row.status()));
                    }
                });
        told.clear();
        told.putAll(now);
    }
}
