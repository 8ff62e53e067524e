package org.gridsight.app.cameras.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last look at each camera and its confirmed faults, in the database. */
@Component
class HealthTable {

    private static final String FAULTS = "select f.camera_id, c.display_name, c.grid_code, f.fault, f.since,"
            + " f.cured_at, f.reported_at, f.incident_id from cameras.fault f"
            + " join cameras.camera c on c.camera_id = f.camera_id ";

    private final JdbcClient jdbc;

    HealthTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last look at a camera.
     *
     * @param picturedAt when a picture was last judged
     * @param measures JSON
     * @param usualView text of {@code UsualView}, blank while nothing is learnt
     */
    record Checked(
            String cameraId,
            Instant checkedAt,
            @Nullable Instant picturedAt,
            @Nullable Double driftSeconds,
            @Nullable Instant driftAt,
            String measures,
            String usualView) {}

    /**
     * A fault that held long enough to be told.
     *
     * @param curedAt null while it holds
     * @param incidentId null while no case could be made of it
     */
    record Held(
            String cameraId,
            String name,
            String gridCode,
            CameraFault fault,
            Instant since,
            @Nullable Instant curedAt,
            @Nullable Instant reportedAt,
            @Nullable UUID incidentId) {}

    /** What the figures are made of; a camera that its device no longer lists counts nowhere. */
    record Standing(
            String cameraId,
            String status,
            @Nullable Instant checkedAt,
            @Nullable Instant picturedAt) {}

    List<Standing> standings(Scope scope) {
        return jdbc.sql("select c.camera_id, c.status, h.checked_at, h.pictured_at from cameras.camera c"
                        + " left join cameras.health h on h.camera_id = c.camera_id"
                        + " where c.unlisted_at is null and c.grid_code like ?")
                .param(scope.like())
                .query((row, number) -> new Standing(
                        row.getString("camera_id"),
                        row.getString("status"),
                        instant(row, "checked_at"),
                        instant(row, "pictured_at")))
                .list();
    }

    boolean knows(String cameraId, Scope scope) {
        return jdbc.sql("select count(*) from cameras.camera where camera_id = ? and grid_code like ?")
                        .params(cameraId, scope.like())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Cameras that were looked at before. */
    Set<String> looked() {
        return Set.copyOf(jdbc.sql("select camera_id from cameras.health")
                .query(String.class)
                .list());
    }

    Optional<Checked> find(String cameraId) {
        return jdbc.sql("select camera_id, checked_at, pictured_at, drift_seconds, drift_at, measures, usual_view"
                        + " from cameras.health where camera_id = ?")
                .param(cameraId)
                .query((row, number) -> new Checked(
                        row.getString("camera_id"),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                        instant(row, "pictured_at"),
                        row.getObject("drift_seconds", Double.class),
                        instant(row, "drift_at"),
                        row.getString("measures"),
                        Optional.ofNullable(row.getString("usual_view")).orElse("")))
                .optional();
    }

    void put(Checked checked) {
        int changed = jdbc.sql("update cameras.health set checked_at = ?, pictured_at = ?, drift_seconds = ?,"
                        + " drift_at = ?, measures = ?, usual_view = ? where camera_id = ?")
                .param(Timestamp.from(checked.checkedAt()))
                .param(stamp(checked.picturedAt()))
                .param(checked.driftSeconds())
                .param(stamp(checked.driftAt()))
                .param(checked.measures())
                .param(checked.usualView())
                .param(checked.cameraId())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into cameras.health (checked_at, pictured_at, drift_seconds, drift_at, measures,"
                            + " usual_view, camera_id) values (?, ?, ?, ?, ?, ?, ?)")
                    .param(Timestamp.from(checked.checkedAt()))
                    .param(stamp(checked.picturedAt()))
                    .param(checked.driftSeconds())
                    .param(stamp(checked.driftAt()))
                    .param(checked.measures())
                    .param(checked.usualView())
                    .param(checked.cameraId())
                    .update();
        }
    }

    /** Those that hold now, in the scope. */
    List<Held> holding(Scope scope) {
        return jdbc.sql(FAULTS
                        + "where f.cured_at is null and c.grid_code like ? order by f.since, f.camera_id, f.fault")
                .param(scope.like())
                .query(HealthTable::held)
                .list();
    }

    /** All of one camera, cured ones whose case was not seen to end too. */
    List<Held> faults(String cameraId) {
        return jdbc.sql(FAULTS + "where f.camera_id = ? order by f.fault")
                .param(cameraId)
                .query(HealthTable::held)
                .list();
    }

    /** The case of another camera behind the same device with the same fault. */
    Optional<UUID> caseOfDevice(String deviceId, CameraFault fault) {
        return jdbc.sql("select f.incident_id from cameras.fault f join cameras.channel k on k.camera_id = f.camera_id"
                        + " where k.device_id = ? and f.fault = ? and f.cured_at is null and f.incident_id is not null"
                        + " order by f.reported_at desc limit 1")
                .params(deviceId, fault.name())
                .query(UUID.class)
                .optional();
    }

    void put(Held held) {
        remove(held.cameraId(), held.fault());
        jdbc.sql("insert into cameras.fault (camera_id, fault, since, cured_at, reported_at, incident_id)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(held.cameraId())
                .param(held.fault().name())
                .param(Timestamp.from(held.since()))
                .param(stamp(held.curedAt()))
                .param(stamp(held.reportedAt()))
                .param(held.incidentId())
                .update();
    }

    void remove(String cameraId, CameraFault fault) {
        jdbc.sql("delete from cameras.fault where camera_id = ? and fault = ?")
                .params(cameraId, fault.name())
                .update();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getString("camera_id"),
                row.getString("display_name"),
                row.getString("grid_code"),
                CameraFault.valueOf(row.getString("fault")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                instant(row, "cured_at"),
                instant(row, "reported_at"),
                row.getObject("incident_id", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
