package org.gridsight.app.cameras.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of clips and of their segments. */
@Component
class ClipTable {

    private static final RowMapper<Clip> CLIP = (row, number) -> clip(row);

    private final JdbcClient jdbc;

    ClipTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is asked for; absent parts do not narrow.
     *
     * @param waiting only those with an export that waits for a second person
     */
    record Filter(Scope scope, Optional<UUID> incidentId, Optional<String> cameraId, boolean waiting) {}

    /** Where a page ends. */
    record Cursor(Instant begunAt, UUID id) {}

    void insert(Clip clip) {
        jdbc.sql(
                        "insert into cameras.clip (id, camera_id, camera_name, grid_code, incident_id, incident_number, source,"
                                + " state, asked_from, asked_to, begun_at, duration_millis, bytes, segments, chain_head, mime,"
                                + " masked, masks, saved_by, saved_by_name, grant_id, continues, retain_until)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, '', ?, ?, ?, ?, ?, ?, ?)")
                .param(clip.id())
                .param(clip.of().cameraId())
                .param(clip.of().cameraName())
                .param(clip.of().gridCode())
                .param(clip.of().incidentId())
                .param(clip.of().incidentNumber())
                .param(clip.source().name())
                .param(clip.state().name())
                .param(Timestamp.from(clip.askedFrom()))
                .param(Timestamp.from(clip.askedTo()))
                .param(Timestamp.from(clip.begunAt()))
                .param(clip.extent().chainHead())
                .param(clip.masked())
                .param(clip.masks())
                .param(clip.by().username())
                .param(clip.by().name())
                .param(clip.by().grantId())
                .param(clip.continues())
                .param(Timestamp.from(clip.retainUntil()))
                .update();
    }

    Optional<Clip> find(UUID id, Scope scope) {
        return jdbc.sql("select * from cameras.clip where id = ? and grid_code like ?")
                .params(id, scope.like())
                .query(CLIP)
                .optional();
    }

    /** Newest first. */
    List<Clip> list(Filter filter, Optional<Cursor> after, int limit) {
        StringBuilder sql = new StringBuilder("select * from cameras.clip where grid_code like ?");
        List<Object> values = new ArrayList<>(List.of(filter.scope().like()));
        filter.incidentId().ifPresent(id -> {
            sql.append(" and incident_id = ?");
            values.add(id);
        });
        filter.cameraId().ifPresent(id -> {
            sql.append(" and camera_id = ?");
            values.add(id);
        });
        if (filter.waiting()) {
            sql.append(" and id in (select clip_id from cameras.clip_export where state = 'REQUESTED')");
        }
        after.ifPresent(cursor -> {
            sql.append(" and (begun_at < ? or (begun_at = ? and id < ?))");
            values.addAll(List.of(Timestamp.from(cursor.begunAt()), Timestamp.from(cursor.begunAt()), cursor.id()));
        });
        sql.append(" order by begun_at desc, id desc limit ?");
        values.add(limit);
        return jdbc.sql(sql.toString()).params(values).query(CLIP).list();
    }

    /** All that are in a state, on whichever node. */
    List<Clip> inState(Clip.State state) {
        return jdbc.sql("select * from cameras.clip where state = ? order by begun_at")
                .param(state.name())
                .query(CLIP)
                .list();
    }

    /** Saved or failed ones whose least time of keeping has passed. */
    List<Clip> keptUntil(Instant now) {
        return jdbc.sql("select * from cameras.clip where state in ('SAVED', 'FAILED') and retain_until <= ?"
                        + " order by retain_until")
                .param(Timestamp.from(now))
                .query(CLIP)
                .list();
    }

    /** A segment and what the clip amounts to with it. */
    void seal(UUID clip, Segment segment, Clip.Extent extent) {
        jdbc.sql("insert into cameras.clip_segment (clip_id, number, first_byte, length, first_millis, shown_at, link)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        clip,
                        segment.number(),
                        segment.firstByte(),
                        segment.length(),
                        segment.firstMillis(),
                        Timestamp.from(segment.shownAt()),
                        segment.link())
                .update();
        jdbc.sql("update cameras.clip set duration_millis = ?, bytes = ?, segments = ?, chain_head = ?, mime = ?,"
                        + " missing_pictures = ? where id = ?")
                .params(
                        extent.durationMillis(),
                        extent.bytes(),
                        extent.segments(),
                        extent.chainHead(),
                        extent.mime(),
                        extent.missing(),
                        clip)
                .update();
    }

    List<Segment> segments(UUID clip) {
        return jdbc.sql("select * from cameras.clip_segment where clip_id = ? order by number")
                .param(clip)
                .query((row, number) -> new Segment(
                        row.getInt("number"),
                        row.getLong("first_byte"),
                        row.getLong("length"),
                        row.getLong("first_millis"),
                        instant(row, "shown_at"),
                        row.getString("link")))
                .list();
    }

    /** The clip has ended; false when it had already. */
    boolean finish(UUID clip, Clip.State state, Clip.Ending ending, @Nullable String cause, Instant now) {
        return jdbc.sql("update cameras.clip set state = ?, ending = ?, cause = ?, ended_at = ?"
                                + " where id = ? and state = 'RECORDING'")
                        .param(state.name())
                        .param(ending.name())
                        .param(cause)
                        .param(Timestamp.from(now))
                        .param(clip)
                        .update()
                == 1;
    }

    /** Pictures that a slow disk has cost; also of a clip whose last ones it were. */
    void setMissing(UUID clip, int pictures) {
        jdbc.sql("update cameras.clip set missing_pictures = ? where id = ?")
                .params(pictures, clip)
                .update();
    }

    void setDuration(UUID clip, long millis) {
        jdbc.sql("update cameras.clip set duration_millis = ? where id = ?")
                .params(millis, clip)
                .update();
    }

    /** From now on it is one of a masked camera. */
    void mask(UUID clip, String masks) {
        jdbc.sql("update cameras.clip set masked = true, masks = ? where id = ?")
                .params(masks, clip)
                .update();
    }

    void setRetention(UUID clip, Instant until) {
        jdbc.sql("update cameras.clip set retain_until = ? where id = ?")
                .params(Timestamp.from(until), clip)
                .update();
    }

    boolean delete(UUID clip, String ground, Instant now) {
        return jdbc.sql("update cameras.clip set state = 'DELETED', deleted_at = ?, deletion_ground = ?"
                                + " where id = ? and state in ('SAVED', 'FAILED')")
                        .params(Timestamp.from(now), ground, clip)
                        .update()
                == 1;
    }

    /** Those of the files' names that belong to clips which have been deleted. */
    List<UUID> deletedOf(Collection<UUID> clips) {
        return clips.isEmpty()
                ? List.of()
                : jdbc.sql("select id from cameras.clip where id in (:clips) and state = 'DELETED'")
                        .param("clips", clips)
                        .query(UUID.class)
                        .list();
    }

    private static Clip clip(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        return new Clip(
                row.getObject("id", UUID.class),
                new Clip.Of(
                        row.getString("camera_id"),
                        row.getString("camera_name"),
                        row.getString("grid_code"),
                        row.getObject("incident_id", UUID.class),
                        row.getString("incident_number")),
                Clip.Source.valueOf(row.getString("source")),
                Clip.State.valueOf(row.getString("state")),
                ending == null ? null : Clip.Ending.valueOf(ending),
                row.getString("cause"),
                instant(row, "asked_from"),
                instant(row, "asked_to"),
                instant(row, "begun_at"),
                optional(row, "ended_at"),
                new Clip.Extent(
                        row.getLong("duration_millis"),
                        row.getLong("bytes"),
                        row.getInt("segments"),
                        row.getString("chain_head"),
                        row.getString("mime"),
                        row.getInt("missing_pictures")),
                row.getBoolean("masked"),
                row.getString("masks"),
                new Clip.By(
                        row.getString("saved_by"),
                        row.getString("saved_by_name"),
                        row.getObject("grant_id", UUID.class)),
                row.getObject("continues", UUID.class),
                instant(row, "retain_until"),
                optional(row, "deleted_at"),
                row.getString("deletion_ground"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
