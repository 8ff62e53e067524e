package org.gridsight.app.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clip of a camera in the database alone, for who only tries its doors. */
public record KeptClip(JdbcClient jdbc) {

    private static final Timestamp NOW = Timestamp.from(Instant.parse("2026-03-05T06:00:00Z"));

    /** @return the clip's id, always the same for the camera */
    public String of(String camera) {
        UUID clip = idFor(camera);
        jdbc.sql(
                        "insert into cameras.clip (id, camera_id, camera_name, grid_code, incident_id, incident_number, source,"
                                + " state, asked_from, asked_to, begun_at, duration_millis, bytes, segments, chain_head, mime,"
                                + " masked, masks, saved_by, saved_by_name, grant_id, retain_until)"
                                + " select ?, camera_id, display_name, grid_code, ?, '', 'LIVE', 'SAVED', ?, ?, ?, 0, 0, 0, '', '',"
                                + " masked, masks, '', '', ?, ? from cameras.camera"
                                + " where camera_id = ? and not exists (select 1 from cameras.clip where id = ?)")
                .params(clip, clip, NOW, NOW, NOW, clip, NOW, camera, clip)
                .update();
        return clip.toString();
    }

    /** The same with a hold and a wish for an export, which have the clip's id. */
    public String withHoldAndExport(String camera) {
        UUID clip = UUID.fromString(of(camera));
        jdbc.sql("insert into cameras.clip_hold (id, clip_id, reason, set_by, set_by_name, set_at)"
                        + " values (?, ?, '', '', '', ?)")
                .params(clip, clip, NOW)
                .update();
        jdbc.sql("insert into cameras.clip_export (id, clip_id, state, purpose, reason, requested_by,"
                        + " requested_by_name, requested_at, bytes, sha256, downloads)"
                        + " values (?, ?, 'REQUESTED', '', '', '', '', ?, 0, '', 0)")
                .params(clip, clip, NOW)
                .update();
        return clip.toString();
    }

    public void forget(String camera) {
        UUID clip = idFor(camera);
        jdbc.sql("delete from cameras.clip_export where clip_id = ?")
                .param(clip)
                .update();
        jdbc.sql("delete from cameras.clip_hold where clip_id = ?").param(clip).update();
        jdbc.sql("delete from cameras.clip where id = ?").param(clip).update();
    }

    private static UUID idFor(String camera) {
        return UUID.nameUUIDFromBytes(camera.getBytes(StandardCharsets.UTF_8));
    }
}
