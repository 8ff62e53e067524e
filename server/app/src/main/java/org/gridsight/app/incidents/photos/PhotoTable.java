package org.gridsight.app.incidents.photos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of photos. */
@Component
class PhotoTable {

    private static final RowMapper<Upload> UPLOAD = (row, number) -> upload(row);

    /** A photo that came before its incident counts when its sender has had a hand in that incident. */
    private static final String COUNTS = "(not p.waiting or exists"
            + " (select 1 from incidents.step s where s.incident_seq = i.seq and s.actor = p.uploader))";

    private static final String OF_CASE = " from incidents.photo p join incidents.incident i on i.id = p.incident_id"
            + " where p.state = 'KEPT' and p.incident_id = ? and i.grid_code like ? and " + COUNTS;

    private static final String LOOSE = "(p.state <> 'KEPT' or not exists"
            + " (select 1 from incidents.incident i where i.id = p.incident_id and " + COUNTS + "))";

    private final JdbcClient jdbc;

    PhotoTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An upload as it is when it begins. */
    record Begun(Announcement announced, Upload.By by, boolean waiting, Instant at, Instant expiresAt) {}

    /** Its place among the photos of a case is decided by the database; fails when it is taken. */
    void insert(Begun begun, int slot) {
        Announcement announced = begun.announced();
        Upload.Taken taken = announced.taken();
        jdbc.sql("insert into incidents.photo (id, incident_id, step, slot, state, uploader, uploader_name, waiting,"
                        + " length, taken_at, taken_lon, taken_lat, clock_skew_seconds, created_at, expires_at)"
                        + " values (?, ?, ?, ?, 'RECEIVING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(announced.id())
                .param(announced.incidentId())
                .param(announced.step().name())
                .param(slot)
                .param(begun.by().username())
                .param(begun.by().name())
                .param(begun.waiting())
                .param(announced.length())
                .param(time(taken.at()))
                .param(taken.lon())
                .param(taken.lat())
                .param(taken.clockSkewSeconds())
                .param(Timestamp.from(begun.at()))
                .param(Timestamp.from(begun.expiresAt()))
                .update();
    }

    Optional<Upload> find(UUID id) {
        return jdbc.sql("select * from incidents.photo where id = ?")
                .param(id)
                .query(UPLOAD)
                .optional();
    }

    List<Integer> slotsTaken(UUID incidentId) {
        return jdbc.sql("select slot from incidents.photo where incident_id = ? and slot is not null")
                .param(incidentId)
                .query(Integer.class)
                .list();
    }

    long unfinishedBytes(String uploader) {
        return jdbc.sql(
                        "select coalesce(sum(length), 0) from incidents.photo where uploader = ? and state = 'RECEIVING'")
                .param(uploader)
                .query(Long.class)
                .single();
    }

    void extend(UUID id, Instant expiresAt) {
        jdbc.sql("update incidents.photo set expires_at = ? where id = ? and state = 'RECEIVING'")
                .params(Timestamp.from(expiresAt), id)
                .update();
    }

    /** False when it was kept or refused before. */
    boolean keep(UUID id, Upload.Size size, String digest, Instant now, Instant waitsUntil) {
        return jdbc.sql("update incidents.photo set state = 'KEPT', width = ?, height = ?, digest = ?, received_at = ?,"
                                + " expires_at = ? where id = ? and state = 'RECEIVING'")
                        .params(
                                size.width(),
                                size.height(),
                                digest,
                                Timestamp.from(now),
                                Timestamp.from(waitsUntil),
                                id)
                        .update()
                == 1;
    }

    void refuse(UUID id, PhotoReason why) {
        jdbc.sql("update incidents.photo set state = 'REFUSED', refusal = ?, slot = null"
                        + " where id = ? and state = 'RECEIVING'")
                .params(why.name(), id)
                .update();
    }

    /** Not what has become part of a case meanwhile. */
    boolean delete(UUID id, Upload.State state) {
        return jdbc.sql("delete from incidents.photo p where p.id = ? and p.state = ? and " + LOOSE)
                        .params(id, state.name())
                        .update()
                == 1;
    }

    /** One of {@link #expired}, if it still is. */
    boolean deleteExpired(UUID id, Instant now) {
        return jdbc.sql("delete from incidents.photo p where p.id = ? and p.expires_at <= ? and " + LOOSE)
                        .params(id, Timestamp.from(now))
                        .update()
                == 1;
    }

    /** In the order they were taken, as far as the devices knew. */
    List<Upload> ofCase(UUID incidentId, Scope scope) {
        return jdbc.sql("select p.*" + OF_CASE + " order by coalesce(p.taken_at, p.received_at), p.received_at, p.id")
                .params(incidentId, scope.like())
                .query(UPLOAD)
                .list();
    }

    int count(UUID incidentId, Scope scope) {
        return jdbc.sql("select count(*)" + OF_CASE)
                .params(incidentId, scope.like())
                .query(Integer.class)
                .single();
    }

    /** Whether somebody reported it, or made any other step of it. */
    boolean hasHandIn(UUID incidentId, String username) {
        return jdbc.sql(
                        "select exists (select 1 from incidents.step s join incidents.incident i on i.seq = s.incident_seq"
                                + " where i.id = ? and s.actor = ?)")
                .params(incidentId, username)
                .query(Boolean.class)
                .single();
    }

    /** Uploads that never ended or were refused, and photos whose incident never came. */
    List<Upload> expired(Instant now) {
        return jdbc.sql("select * from incidents.photo p where p.expires_at <= ? and " + LOOSE)
                .param(Timestamp.from(now))
                .query(UPLOAD)
                .list();
    }

    List<Upload> receiving() {
        return jdbc.sql("select * from incidents.photo where state = 'RECEIVING'")
                .query(UPLOAD)
                .list();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Upload upload(ResultSet row) throws SQLException {
        Integer width = row.getObject("width", Integer.class);
        Upload.Size size = width == null ? null : new Upload.Size(width, row.getInt("height"));
        return new Upload(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                PhotoStep.valueOf(row.getString("step")),
                Upload.State.valueOf(row.getString("state")),
                row.getString("refusal"),
                new Upload.By(row.getString("uploader"), row.getString("uploader_name")),
                row.getBoolean("waiting"),
                row.getLong("length"),
                new Upload.Taken(
                        instant(row, "taken_at"),
                        row.getObject("taken_lon", Double.class),
                        row.getObject("taken_lat", Double.class),
                        row.getObject("clock_skew_seconds", Long.class)),
                size,
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "received_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
