package org.gridsight.app.cameras.alarms;

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

/** The cards of alarms in the database, and what rang in the words of the camera register. */
@Component
class AlarmCards {

    /**
     * What rang.
     *
     * @param id a camera, or the device when no camera of ours is meant
     */
    record Ringer(
            String id,
            String name,
            String gridCode,
            @Nullable Double longitude,
            @Nullable Double latitude) {}

    /** One matter, however often it rang. */
    record Card(
            UUID cardId,
            String ringer,
            String name,
            AlarmKind kind,
            String gridCode,
            Optional<String> incidentId,
            Instant firstAt,
            Instant lastAt,
            int count) {}

    private static final String CARD =
            "select card_id, ringer, name, kind, grid_code, incident_id, first_at, last_at, rang from cameras.alarm_card";
    private static final RowMapper<Card> ROW = (row, number) -> new Card(
            row.getObject("card_id", UUID.class),
            row.getString("ringer"),
            row.getString("name"),
            AlarmKind.valueOf(row.getString("kind")),
            row.getString("grid_code"),
            Optional.of(row.getString("incident_id")).filter(id -> !id.isEmpty()),
            row.getObject("first_at", OffsetDateTime.class).toInstant(),
            row.getObject("last_at", OffsetDateTime.class).toInstant(),
            row.getInt("rang"));

    private final JdbcClient jdbc;

    AlarmCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The camera of the channel that rang, else one at the same device, which tells where it stands. */
    Optional<Ringer> ringer(String deviceId, String channelId) {
        return jdbc.sql("select case when h.channel_id = :channel then c.camera_id else :device end as id,"
                        + " c.display_name as name, c.grid_code as grid_code,"
                        + " ST_X(c.location) as longitude, ST_Y(c.location) as latitude"
                        + " from cameras.channel h join cameras.camera c on c.camera_id = h.camera_id"
                        + " where h.device_id = :device"
                        + " order by case when h.channel_id = :channel then 0 else 1 end,"
                        + " case when c.location is null then 1 else 0 end, c.camera_id limit 1")
                .param("device", deviceId)
                .param("channel", channelId)
                .query(Ringer.class)
                .optional();
    }

    Optional<Card> latest(String ringer, AlarmKind kind) {
        return jdbc.sql(CARD + " where ringer = ? and kind = ? order by first_at desc limit 1")
                .params(ringer, kind.name())
                .query(ROW)
                .optional();
    }

    int openedSince(Instant since) {
        return jdbc.sql("select count(*) from cameras.alarm_card where first_at > ?")
                .param(Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    List<Card> list(Scope scope, int most) {
        return jdbc.sql(CARD + " where grid_code like ? order by last_at desc, card_id limit ?")
                .params(scope.like(), most)
                .query(ROW)
                .list();
    }

    List<Card> ofIncident(Scope scope, String incidentId) {
        return jdbc.sql(CARD + " where grid_code like ? and incident_id = ? order by last_at desc")
                .params(scope.like(), incidentId)
                .query(ROW)
                .list();
    }

    void insert(Card card) {
        jdbc.sql(
                        "insert into cameras.alarm_card (card_id, ringer, name, kind, grid_code, incident_id, first_at, last_at,"
                                + " rang) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        card.cardId(),
                        card.ringer(),
                        card.name(),
                        card.kind().name(),
                        card.gridCode(),
                        card.incidentId().orElse(""),
                        Timestamp.from(card.firstAt()),
                        Timestamp.from(card.lastAt()),
                        card.count())
                .update();
    }

    void rangAgain(UUID cardId, int times, Instant lastAt) {
        jdbc.sql("update cameras.alarm_card set rang = rang + ?, last_at = ? where card_id = ?")
                .params(times, Timestamp.from(lastAt), cardId)
                .update();
    }
}
