package org.gridsight.app.cameras.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register in the database; a camera without a row was never used and never filed. */
@Component
class FilingTable {

    private static final String SELECT = "select c.camera_id, c.display_name, c.grid_code, c.kind,"
            + " st_x(c.location) as lng, st_y(c.location) as lat, coalesce(f.version, 0) as version, f.first_used_on,"
            + " f.filed_on, f.filing_number, f.police_office, f.storage_days, f.device_type, f.filed_lng, f.filed_lat,"
            + " f.filed_kind, f.changed_on from cameras.camera c"
            + " left join cameras.filing f on f.camera_id = c.camera_id where c.grid_code like ?";

    private final JdbcClient jdbc;

    FilingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Filing> list(Scope scope) {
        return jdbc.sql(SELECT + " order by c.camera_id")
                .param(scope.like())
                .query(FilingTable::read)
                .list();
    }

    Optional<Filing> find(String cameraId, Scope scope) {
        return jdbc.sql(SELECT + " and c.camera_id = ?")
                .params(scope.like(), cameraId)
                .query(FilingTable::read)
                .optional();
    }

    /** Those that have shown a picture or signed in, and that the register does not know as used. */
    List<String> newlyUsed() {
        return jdbc.sql("select c.camera_id from cameras.camera c where c.status <> 'NEVER_CONNECTED'"
                        + " and not exists (select 1 from cameras.filing f"
                        + " where f.camera_id = c.camera_id and f.first_used_on is not null) order by c.camera_id")
                .query(String.class)
                .list();
    }

    void used(String cameraId, LocalDate on) {
        int changed = jdbc.sql(
                        "update cameras.filing set first_used_on = ? where camera_id = ? and first_used_on is null")
                .params(on, cameraId)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into cameras.filing (camera_id, version, first_used_on) values (?, 0, ?)")
                    .params(cameraId, on)
                    .update();
        }
    }

    /** False when somebody else was quicker. */
    boolean put(Filing before, Filing.Filed filed, Optional<LocalDate> changedOn) {
        Double lng = filed.place().map(LngLat::lng).orElse(null);
        Double lat = filed.place().map(LngLat::lat).orElse(null);
        int changed = jdbc.sql("update cameras.filing set version = version + 1, filed_on = ?, filing_number = ?,"
                        + " police_office = ?, storage_days = ?, device_type = ?, filed_lng = ?, filed_lat = ?,"
                        + " filed_kind = ?, changed_on = ? where camera_id = ? and version = ?")
                .param(filed.on())
                .param(filed.number())
                .param(filed.policeOffice())
                .param(filed.storageDays())
                .param(filed.deviceType())
                .param(lng)
                .param(lat)
                .param(filed.kind())
                .param(changedOn.orElse(null))
                .param(before.camera().cameraId())
                .param(before.version())
                .update();
        return changed == 1;
    }

    /** A row to be changed, where the camera has none yet. */
    void begin(String cameraId) {
        jdbc.sql("insert into cameras.filing (camera_id, version) select ?, 0 where not exists"
                        + " (select 1 from cameras.filing where camera_id = ?)")
                .params(cameraId, cameraId)
                .update();
    }

    void changed(String cameraId, LocalDate on) {
        jdbc.sql("update cameras.filing set version = version + 1, changed_on = ? where camera_id = ?"
                        + " and changed_on is null")
                .params(on, cameraId)
                .update();
    }

    private static Filing read(ResultSet row, int number) throws SQLException {
        Filing.Subject camera = new Filing.Subject(
                row.getString("camera_id"),
                row.getString("display_name"),
                row.getString("grid_code"),
                row.getString("kind"),
                place(row, "lng", "lat"));
        LocalDate filedOn = date(row, "filed_on");
        Filing.Filed filed = filedOn == null
                ? null
                : new Filing.Filed(
                        filedOn,
                        row.getString("filing_number"),
                        row.getString("police_office"),
                        row.getInt("storage_days"),
                        row.getString("device_type"),
                        row.getString("filed_kind"),
                        place(row, "filed_lng", "filed_lat"));
        return new Filing(camera, row.getLong("version"), date(row, "first_used_on"), filed, date(row, "changed_on"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Optional<LngLat> place(ResultSet row, String x, String y) throws SQLException {
        double lng = row.getDouble(x);
        if (row.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(new LngLat(lng, row.getDouble(y)));
    }
}
