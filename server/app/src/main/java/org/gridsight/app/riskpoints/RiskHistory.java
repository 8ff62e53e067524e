package org.gridsight.app.riskpoints;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One row per version of a risk point: who did what, and what it was before. Rows are only ever added. */
@Component
class RiskHistory {

    private static final TypeReference<Map<String, String>> CHANGES = new TypeReference<>() {};

    /** A step on the wire. */
    record Step(long version, Instant at, String actor, String action, Map<String, String> changes) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RiskHistory(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(RiskPoint point, Step step) {
        jdbc.sql("insert into riskpoints.change (risk_point_id, version, at, actor, action, changes)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        point.id(),
                        step.version(),
                        Timestamp.from(step.at()),
                        step.actor(),
                        step.action(),
                        json.writeValueAsString(step.changes()))
                .update();
    }

    List<Step> list(UUID id) {
        return jdbc.sql("select version, at, actor, action, changes from riskpoints.change"
                        + " where risk_point_id = ? order by version")
                .params(id)
                .query((row, number) -> new Step(
                        row.getLong("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        json.readValue(row.getString("changes"), CHANGES)))
                .list();
    }
}
