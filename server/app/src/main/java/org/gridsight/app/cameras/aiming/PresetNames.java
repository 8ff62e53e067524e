package org.gridsight.app.cameras.aiming;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of our knowledge when a direction is stored in a camera anew or forgotten: its name is the new one, and where
 * the old one looked no longer counts.
 */
@Component
public class PresetNames {

    private final JdbcClient jdbc;

    PresetNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By number. */
    public Map<Integer, String> of(String cameraId) {
        return jdbc
                .sql("select preset_number, name from cameras.preset_name where camera_id = ?")
                .param(cameraId)
                .query((row, index) -> Map.entry(row.getInt("preset_number"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param looks where it looks, when somebody has said so */
    @Transactional
    public void stored(String cameraId, int number, String name, Optional<Preset> looks) {
        forgotten(cameraId, number);
        if (!name.isBlank()) {
            jdbc.sql("insert into cameras.preset_name (camera_id, preset_number, name) values (?, ?, ?)")
                    .params(cameraId, number, name)
                    .update();
        }
        looks.ifPresent(
                preset -> jdbc.sql("insert into cameras.preset (camera_id, preset_number, name, bearing, field_of_view)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(cameraId, number, preset.name(), preset.bearing(), preset.fieldOfView())
                        .update());
    }

    @Transactional
    public void forgotten(String cameraId, int number) {
        // the camera's row is held, so that nobody else changes the same meanwhile
        jdbc.sql("select camera_id from cameras.camera where camera_id = ? for update")
                .param(cameraId)
                .query(String.class)
                .optional();
        for (String table : new String[] {"preset_name", "preset"}) {
            jdbc.sql("delete from cameras." + table + " where camera_id = ? and preset_number = ?")
                    .params(cameraId, number)
                    .update();
        }
        int known = jdbc.sql("update cameras.turning set version = version + 1 where camera_id = ?")
                .param(cameraId)
                .update();
        if (known == 0) {
            jdbc.sql("insert into cameras.turning (camera_id, version) values (?, 1)")
                    .param(cameraId)
                    .update();
        }
    }
}
