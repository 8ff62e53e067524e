package org.gridsight.app.cameras.evidence;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds on clips, and the ceilings of cameras. */
@Component
class CustodyTable {

    private final JdbcClient jdbc;

    CustodyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Hold hold) {
        jdbc.sql("insert into cameras.clip_hold (id, clip_id, reason, set_by, set_by_name, set_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        hold.id(),
                        hold.clipId(),
                        hold.reason(),
                        hold.setBy(),
                        hold.setByName(),
                        Timestamp.from(hold.setAt()))
                .update();
    }

    /** False when it is not in force. */
    boolean release(Hold released) {
        return jdbc.sql("update cameras.clip_hold set release_reason = ?, released_by = ?, released_by_name = ?,"
                                + " released_at = ? where id = ? and clip_id = ? and released_at is null")
                        .param(released.releaseReason())
                        .param(released.releasedBy())
                        .param(released.releasedByName())
                        .param(Timestamp.from(
                                Optional.ofNullable(released.releasedAt()).orElseThrow()))
                        .param(released.id())
                        .param(released.clipId())
                        .update()
                == 1;
    }

    List<Hold> holds(Collection<UUID> clips) {
        if (clips.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from cameras.clip_hold where clip_id in (:clips) order by set_at")
                .param("clips", clips)
                .query((row, number) -> new Hold(
                        row.getObject("id", UUID.class),
                        row.getObject("clip_id", UUID.class),
                        row.getString("reason"),
                        row.getString("set_by"),
                        row.getString("set_by_name"),
                        ClipTable.instant(row, "set_at"),
                        row.getString("release_reason"),
                        row.getString("released_by"),
                        row.getString("released_by_name"),
                        ClipTable.optional(row, "released_at")))
                .list();
    }

    Optional<Integer> ceilingDays(String cameraId) {
        return jdbc.sql("select days from cameras.clip_ceiling where camera_id = ?")
                .param(cameraId)
                .query(Integer.class)
                .optional();
    }

    void setCeiling(String cameraId, int days) {
        int changed = jdbc.sql("update cameras.clip_ceiling set days = ? where camera_id = ?")
                .params(days, cameraId)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into cameras.clip_ceiling (camera_id, days) values (?, ?)")
                    .params(cameraId, days)
                    .update();
        }
    }

    /** Without a ceiling of its own the common one holds again. */
    void dropCeiling(String cameraId) {
        jdbc.sql("delete from cameras.clip_ceiling where camera_id = ?")
                .param(cameraId)
                .update();
    }

    /** Whoever changes what keeps a clip, or deletes it, holds its row first. */
    void lock(UUID clip) {
        jdbc.sql("select id from cameras.clip where id = ? for update")
                .param(clip)
                .query(UUID.class)
                .optional();
    }
}
