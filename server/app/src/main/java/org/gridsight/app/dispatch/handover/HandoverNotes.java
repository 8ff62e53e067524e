package org.gridsight.app.dispatch.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the notes of the last weeks: each is added, none is written over. The audit trail says who wrote, not what. */
@Service
class HandoverNotes {

    /** So many of the last shifts are read; what is older than this is deleted. */
    private static final int SHOWN = 5;

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandoverNotes(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    HandoverNote leave(String words, CurrentUser writer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        HandoverNote note = new HandoverNote(UUID.randomUUID(), words, writer.displayName(), now);
        String area = writer.scope().prefix();
        jdbc.sql("delete from dispatch.handover_note where written_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("insert into dispatch.handover_note (id, scope_code, words, written_by, written_name, written_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(note.id(), area, words, writer.username(), note.by(), Timestamp.from(now))
                .update();
        events.publishEvent(
                AuditEntry.of(writer.username(), "handover.leave", "handover/" + note.id(), area, Map.of()));
        return note;
    }

    /** Of desks within this area, newest first. */
    @Transactional(readOnly = true)
    List<HandoverNote> latest(Scope area) {
        return jdbc.sql("select id, words, written_name, written_at from dispatch.handover_note"
                        + " where scope_code like ? order by written_at desc, id fetch first " + SHOWN + " rows only")
                .param(area.like())
                .query(HandoverNotes::read)
                .list();
    }

    private static HandoverNote read(ResultSet row, int number) throws SQLException {
        return new HandoverNote(
                row.getObject("id", UUID.class),
                row.getString("words"),
                row.getString("written_name"),
                row.getTimestamp("written_at").toInstant());
    }
}
