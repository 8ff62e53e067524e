package org.gridsight.app.dispatch.looks;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Text;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps for 30 days who looked at places of workers, in the transaction of the look, and tells those who were looked at.
 * A look at an area is a look at everybody whose grid lies in it.
 */
@Service
class Looks {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST = 100;

    /** The acts of the audit trail that show places of workers, and what they are in words. */
    private static final Map<String, Text> WAYS = Map.of(
            "worker.read", new Text("查看网格员列表", "opened the list of workers"),
            "worker.read-near", new Text("为事件挑选网格员", "looked for workers near a case"),
            "live.watch", new Text("打开实时地图", "opened the live map"));

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    Looks(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** One look, as the one who was looked at may read it. */
    record Look(Instant at, String by, Text why, Optional<Long> incidentSeq) {}

    private record Row(Instant at, String username, String way, Optional<Long> incidentSeq) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AuditEntry entry) {
        boolean seen = !"false".equals(entry.details().get("positions"));
        if (seen && WAYS.containsKey(entry.action())) {
            keep(entry);
        }
    }

    private void keep(AuditEntry entry) {
        jdbc.sql("insert into dispatch.look (id, looked_at, username, way, area_code, incident_seq)"
                        + " values (:id, :at, :username, :way, :area, :incident)")
                .param("id", UUID.randomUUID())
                .param("at", Timestamp.from(clock.instant()))
                .param("username", entry.actor())
                .param("way", entry.action())
                .param("area", entry.details().getOrDefault("area", entry.scopeCode()))
                .param("incident", incidentSeq(entry).orElse(null), Types.BIGINT)
                .update();
    }

    private static Optional<Long> incidentSeq(AuditEntry entry) {
        return Optional.of(entry.subject())
                .filter(subject -> subject.startsWith("incident/"))
                .map(subject -> Long.valueOf(subject.substring("incident/".length())));
    }

    /** Newest first; one's own looks are none. */
    @Transactional(readOnly = true)
    public List<Look> at(String gridCode, String self) {
        List<Row> rows = jdbc.sql("select looked_at, username, way, incident_seq from dispatch.look"
                        + " where looked_at > ? and ? like concat(area_code, '%') and username <> ?"
                        + " order by looked_at desc, id limit " + MOST)
                .params(Timestamp.from(clock.instant().minus(KEPT)), gridCode, self)
                .query((row, number) -> new Row(
                        row.getTimestamp("looked_at").toInstant(),
                        row.getString("username"),
                        row.getString("way"),
                        Optional.ofNullable(row.getObject("incident_seq", Long.class))))
                .list();
        Map<String, String> names =
                accounts.namesOf(rows.stream().map(Row::username).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Look(
                        row.at(),
                        names.getOrDefault(row.username(), row.username()),
                        Objects.requireNonNull(WAYS.get(row.way())),
                        row.incidentSeq()))
                .toList();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT16M")
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from dispatch.look where looked_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
