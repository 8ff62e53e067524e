package org.gridsight.app.incidents.amendments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.incidents.CaseAmendments;
import org.gridsight.app.incidents.CaseField;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of amendments, of cases that were found within a scope before. */
@Component
class AmendmentTable implements CaseAmendments {

    private static final TypeReference<Map<CaseField, Amendment.Values>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<CaseField, Amendment.Take>> TAKEN = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AmendmentTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Amendment amendment) {
        Instant deviceAt = amendment.told().deviceAt();
        jdbc.sql("insert into incidents.amendment (id, incident_seq, author, author_name, base_version, merged, kept,"
                        + " reason, device_at, clock_skew_seconds, received_at, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(amendment.id())
                .param(amendment.incidentSeq())
                .param(amendment.author())
                .param(amendment.authorName())
                .param(amendment.baseVersion())
                .param(json.writeValueAsString(amendment.merged()))
                .param(json.writeValueAsString(amendment.kept()))
                .param(amendment.told().reason())
                .param(deviceAt == null ? null : Timestamp.from(deviceAt))
                .param(amendment.told().clockSkewSeconds())
                .param(Timestamp.from(amendment.receivedAt()))
                .param(amendment.state().name())
                .update();
    }

    boolean exists(UUID id) {
        return jdbc.sql("select exists (select 1 from incidents.amendment where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    Optional<Amendment> find(UUID id, long incidentSeq) {
        return jdbc.sql("select * from incidents.amendment where id = ? and incident_seq = ?")
                .params(id, incidentSeq)
                .query((row, number) -> amendment(row))
                .optional();
    }

    /** Oldest first. */
    List<Amendment> of(long incidentSeq, Optional<Amendment.State> state) {
        return jdbc
                .sql("select * from incidents.amendment where incident_seq = ? order by received_at, id")
                .param(incidentSeq)
                .query((row, number) -> amendment(row))
                .list()
                .stream()
                .filter(amendment -> state.isEmpty() || amendment.state() == state.get())
                .toList();
    }

    @Override
    public int countOpen(long incidentSeq) {
        return jdbc.sql("select count(*) from incidents.amendment where incident_seq = ? and state = 'OPEN'")
                .param(incidentSeq)
                .query(Integer.class)
                .single();
    }

    /** False when it was decided before. {@code kept} carries the values that stood in the case. */
    boolean decide(UUID id, Map<CaseField, Amendment.Values> kept, Amendment.Decision decision) {
        return jdbc.sql(
                                "update incidents.amendment set state = 'DECIDED', kept = ?, decided_by = ?, decided_by_name = ?,"
                                        + " decided_at = ?, taken = ? where id = ? and state = 'OPEN'")
                        .params(
                                json.writeValueAsString(kept),
                                decision.by(),
                                decision.byName(),
                                Timestamp.from(decision.at()),
                                json.writeValueAsString(decision.taken()),
                                id)
                        .update()
                == 1;
    }

    private Amendment amendment(ResultSet row) throws SQLException {
        Instant decidedAt = instant(row, "decided_at");
        return new Amendment(
                row.getObject("id", UUID.class),
                row.getLong("incident_seq"),
                row.getString("author"),
                row.getString("author_name"),
                row.getLong("base_version"),
                Objects.requireNonNull(json.readValue(row.getString("merged"), VALUES)),
                Objects.requireNonNull(json.readValue(row.getString("kept"), VALUES)),
                new Amendment.Told(
                        row.getString("reason"),
                        instant(row, "device_at"),
                        row.getObject("clock_skew_seconds", Long.class)),
                Objects.requireNonNull(instant(row, "received_at")),
                Amendment.State.valueOf(row.getString("state")),
                decidedAt == null ? null : decision(row, decidedAt));
    }

    private Amendment.Decision decision(ResultSet row, Instant at) throws SQLException {
        return new Amendment.Decision(
                row.getString("decided_by"),
                row.getString("decided_by_name"),
                at,
                Objects.requireNonNull(json.readValue(row.getString("taken"), TAKEN)));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
