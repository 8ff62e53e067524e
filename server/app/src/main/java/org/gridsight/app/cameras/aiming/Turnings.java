package org.gridsight.app.cameras.aiming;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of the heads of cameras. Who may see or change it is asked before, by whoever knows the camera. */
@Component
public class Turnings {

    private final JdbcClient jdbc;

    Turnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Turning of(String cameraId) {
        List<Preset> presets = jdbc.sql("select preset_number, name, bearing, field_of_view from cameras.preset"
                        + " where camera_id = ? order by preset_number")
                .param(cameraId)
                .query((row, number) -> new Preset(
                        row.getInt("preset_number"),
                        row.getString("name"),
                        row.getDouble("bearing"),
                        row.getDouble("field_of_view")))
                .list();
        return jdbc.sql("select version, pan_zero, mount_metres from cameras.turning where camera_id = ?")
                .param(cameraId)
                .query((row, number) -> new Turning(
                        row.getLong("version"),
                        degrees(row.getObject("pan_zero", Double.class)),
                        degrees(row.getObject("mount_metres", Double.class)),
                        presets))
                .optional()
                .orElse(Turning.UNKNOWN);
    }

    /**
     * Replaces what is known; in the caller's transaction.
     *
     * @param wanted with the version its author has seen
     * @return with its new version; empty when somebody else was faster
     */
    public Optional<Turning> put(String cameraId, Turning wanted) {
        if (!written(cameraId, wanted)) {
            return Optional.empty();
        }
        jdbc.sql("delete from cameras.preset where camera_id = ?")
                .param(cameraId)
                .update();
        for (Preset preset : wanted.presets()) {
            jdbc.sql("insert into cameras.preset (camera_id, preset_number, name, bearing, field_of_view)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(cameraId, preset.number(), preset.name(), preset.bearing(), preset.fieldOfView())
                    .update();
        }
        return Optional.of(new Turning(wanted.version() + 1, wanted.panZero(), wanted.mountMetres(), wanted.presets()));
    }

    /** The camera's row is held meanwhile, so that two who change the same come one after the other. */
    private boolean written(String cameraId, Turning wanted) {
        jdbc.sql("select camera_id from cameras.camera where camera_id = ? for update")
                .param(cameraId)
                .query(String.class)
                .optional();
        if (of(cameraId).version() != wanted.version()) {
            return false;
        }
        String write = wanted.version() == 0
                ? "insert into cameras.turning (pan_zero, mount_metres, version, camera_id) values (?, ?, ?, ?)"
                : "update cameras.turning set pan_zero = ?, mount_metres = ?, version = ? where camera_id = ?";
        jdbc.sql(write)
                .param(value(wanted.panZero()))
                .param(value(wanted.mountMetres()))
                .param(wanted.version() + 1)
                .param(cameraId)
                .update();
        return true;
    }

    private static OptionalDouble degrees(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static @Nullable Double value(OptionalDouble given) {
        return given.isPresent() ? given.getAsDouble() : null;
    }
}
