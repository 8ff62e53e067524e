package org.gridsight.app.cameras.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of exports. Every step is an update from the state before it: of two at once one finds nothing to change. */
@Component
class ExportTable {

    private static final RowMapper<Export> EXPORT = (row, number) -> export(row);

    private final JdbcClient jdbc;

    ExportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Export export) {
        jdbc.sql(
                        "insert into cameras.clip_export (id, clip_id, state, purpose, reason, requested_by, requested_by_name,"
                                + " requested_at, bytes, sha256, downloads) values (?, ?, ?, ?, ?, ?, ?, ?, 0, '', 0)")
                .params(
                        export.id(),
                        export.clipId(),
                        export.state().name(),
                        export.purpose(),
                        export.reason(),
                        export.requested().username(),
                        export.requested().name(),
                        Timestamp.from(export.requested().at()))
                .update();
    }

    Optional<Export> find(UUID clip, UUID id) {
        return jdbc.sql("select * from cameras.clip_export where clip_id = ? and id = ?")
                .params(clip, id)
                .query(EXPORT)
                .optional();
    }

    List<Export> of(Collection<UUID> clips) {
        if (clips.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from cameras.clip_export where clip_id in (:clips) order by requested_at")
                .param("clips", clips)
                .query(EXPORT)
                .list();
    }

    /** Those whose clips have been deleted. */
    List<UUID> deletedOf(Collection<UUID> exports) {
        return exports.isEmpty()
                ? List.of()
                : jdbc.sql("select e.id from cameras.clip_export e join cameras.clip c on c.id = e.clip_id"
                                + " where e.id in (:exports) and c.state = 'DELETED'")
                        .param("exports", exports)
                        .query(UUID.class)
                        .list();
    }

    List<Export> inState(Export.State state) {
        return jdbc.sql("select * from cameras.clip_export where state = ? order by requested_at")
                .param(state.name())
                .query(EXPORT)
                .list();
    }

    boolean decide(UUID id, Export.State next, Export.Act by, String comment) {
        return jdbc.sql("update cameras.clip_export set state = ?, decided_by = ?, decided_by_name = ?, decided_at = ?,"
                                + " decision_comment = ? where id = ? and state = 'REQUESTED'")
                        .params(next.name(), by.username(), by.name(), Timestamp.from(by.at()), comment, id)
                        .update()
                == 1;
    }

    boolean made(UUID id, Export.Made made) {
        return jdbc.sql("update cameras.clip_export set state = 'READY', made_at = ?, bytes = ?, sha256 = ?,"
                                + " expires_at = ?, masks_hash = ? where id = ? and state = 'MAKING'")
                        .params(
                                Timestamp.from(made.at()),
                                made.bytes(),
                                made.sha256(),
                                Timestamp.from(made.expiresAt()),
                                made.masks(),
                                id)
                        .update()
                == 1;
    }

    boolean failed(UUID id, String code) {
        return jdbc.sql(
                                "update cameras.clip_export set state = 'FAILED', failure = ? where id = ? and state = 'MAKING'")
                        .params(code, id)
                        .update()
                == 1;
    }

    boolean expire(UUID id) {
        return jdbc.sql("update cameras.clip_export set state = 'EXPIRED' where id = ? and state = 'READY'")
                        .param(id)
                        .update()
                == 1;
    }

    /** Finished ones whose time is over. */
    List<Export> expiredBy(Instant now) {
        return jdbc.sql("select * from cameras.clip_export where state = 'READY' and expires_at <= ?")
                .param(Timestamp.from(now))
                .query(EXPORT)
                .list();
    }

    void countDownload(UUID id) {
        jdbc.sql("update cameras.clip_export set downloads = downloads + 1 where id = ?")
                .param(id)
                .update();
    }

    private static Export export(ResultSet row) throws SQLException {
        String decidedBy = row.getString("decided_by");
        Instant decidedAt = ClipTable.optional(row, "decided_at");
        Instant madeAt = ClipTable.optional(row, "made_at");
        Instant expiresAt = ClipTable.optional(row, "expires_at");
        return new Export(
                row.getObject("id", UUID.class),
                row.getObject("clip_id", UUID.class),
                Export.State.valueOf(row.getString("state")),
                row.getString("purpose"),
                row.getString("reason"),
                new Export.Act(
                        row.getString("requested_by"),
                        row.getString("requested_by_name"),
                        ClipTable.instant(row, "requested_at")),
                decidedAt == null ? null : new Export.Act(decidedBy, row.getString("decided_by_name"), decidedAt),
                row.getString("decision_comment"),
                madeAt == null || expiresAt == null
                        ? null
                        : new Export.Made(
                                madeAt,
                                row.getLong("bytes"),
                                row.getString("sha256"),
                                expiresAt,
                                row.getString("masks_hash")),
                row.getString("failure"),
                row.getInt("downloads"));
    }
}
