package org.gridsight.app.dispatch.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Declares and ends emergency mode, each with a line of the audit trail; it is over by the clock if nobody ends it. */
@Service
class Emergencies {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Emergencies(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Of two at once the second meets a {@code DuplicateKeyException} and, when it tries again, the first. */
    @Transactional
    Emergency declare(EmergencyRequest.Wish wish, CurrentUser leader) {
        String area = wish.area().prefix();
        leader.requireScope(area);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        underWay(now).stream()
                .filter(running -> area.startsWith(running.scope()))
                .findFirst()
                .ifPresent(running -> {
                    throw new Rejected(EmergencyReason.UNDER_WAY, running.endsAt()).with("current", running);
                });
        Emergency declared =
                new Emergency(UUID.randomUUID(), area, wish.reason(), leader.displayName(), now, now.plus(wish.span()));
        jdbc.sql("update dispatch.emergency set running_scope = null where running_scope = ? and ends_at <= ?")
                .params(area, Timestamp.from(now))
                .update();
        jdbc.sql("insert into dispatch.emergency"
                        + " (id, scope_code, reason, declared_by, declared_name, declared_at, ends_at, running_scope)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        declared.id(),
                        area,
                        declared.reason(),
                        leader.username(),
                        declared.declaredBy(),
                        Timestamp.from(now),
                        Timestamp.from(declared.endsAt()),
                        area)
                .update();
        record(
                leader,
                "emergency.declare",
                declared,
                Map.of("reason", declared.reason(), "endsAt", declared.endsAt().toString()));
        return declared;
    }

    @Transactional
    void end(UUID id, CurrentUser leader) {
        Instant now = clock.instant();
        Emergency running = underWay(now).stream()
                .filter(each -> each.id().equals(id) && leader.scope().covers(each.scope()))
                .findFirst()
                .orElseThrow(() -> new Rejected(EmergencyReason.NOT_FOUND, id));
        jdbc.sql(
                        "update dispatch.emergency set ended_at = ?, ended_by = ?, running_scope = null where id = ? and ended_at is null")
                .params(Timestamp.from(now), leader.username(), id)
                .update();
        record(leader, "emergency.end", running, Map.of());
    }

    /** Those that touch this area: declared for it, for a part of it, or for more. */
    @Transactional(readOnly = true)
    List<Emergency> current(Scope area) {
        return underWay(clock.instant()).stream()
                .filter(each -> area.covers(each.scope()) || area.prefix().startsWith(each.scope()))
                .toList();
    }

    private List<Emergency> underWay(Instant now) {
        return jdbc.sql("select id, scope_code, reason, declared_name, declared_at, ends_at from dispatch.emergency"
                        + " where ended_at is null and ends_at > ? order by ends_at desc, id")
                .param(Timestamp.from(now))
                .query(Emergencies::read)
                .list();
    }

    private static Emergency read(ResultSet row, int number) throws SQLException {
        return new Emergency(
                row.getObject("id", UUID.class),
                row.getString("scope_code"),
                row.getString("reason"),
                row.getString("declared_name"),
                row.getTimestamp("declared_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }

    private void record(CurrentUser leader, String action, Emergency which, Map<String, String> details) {
        events.publishEvent(
                AuditEntry.of(leader.username(), action, "emergency/" + which.id(), which.scope(), details));
    }
}
