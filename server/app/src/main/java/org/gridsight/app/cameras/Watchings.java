package org.gridsight.app.cameras;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes into the view register when watching really began and ended. An end the database does not take is kept with its
 * own time and written later; if this process dies first, another one or the next start ends what it left open.
 */
@Component
class Watchings {

    private static final Logger log = LoggerFactory.getLogger(Watchings.class);

    private final WatchingTable table;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** No more than there are open pictures: while the database is away nothing new can begin. */
    private final Map<UUID, ViewRecorded> unwritten = new ConcurrentHashMap<>();

    Watchings(WatchingTable table, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * False when it could not be put on record, so that nothing may be shown.
     *
     * @param more which of them, such as the clip
     */
    boolean began(StreamTicket ticket, UUID watching, String what, Map<String, String> more) {
        return written(() -> {
            table.alive(clock.instant());
            table.put(watching, ticket);
            events.publishEvent(ViewRecorded.began(ticket, watching, what, more));
        });
    }

    /** More is seen than when it began, such as sound; false like {@link #began}. */
    boolean wentOn(StreamTicket ticket, UUID watching, String what, Map<String, String> more) {
        return written(() -> events.publishEvent(ViewRecorded.began(ticket, watching, what, more)));
    }

    void ended(StreamTicket ticket, UUID watching, String cause) {
        ViewRecorded line = ViewRecorded.ended(ticket, watching, cause, clock.instant());
        if (!end(watching, line)) {
            unwritten.put(watching, line);
        }
    }

    /** A single picture, begun and ended at once; false when it could not be put on record. */
    boolean shown(StreamTicket ticket) {
        UUID watching = UUID.randomUUID();
        return written(() -> {
            events.publishEvent(ViewRecorded.began(ticket, watching, "snapshot", Map.of()));
            events.publishEvent(ViewRecorded.ended(ticket, watching, "snapshot", clock.instant()));
        });
    }

    private boolean end(UUID watching, ViewRecorded line) {
        return written(() -> {
            table.remove(watching);
            events.publishEvent(line);
        });
    }

    private boolean written(Runnable lines) {
        try {
            transaction.executeWithoutResult(status -> lines.run());
            return true;
        } catch (RuntimeException failure) {
            log.error("a line of the view register could not be written", failure);
            return false;
        }
    }

    /** Says that this process lives, writes what is owed, and ends what a dead process left open. */
    @Scheduled(fixedDelayString = "PT5S")
    void settle() {
        unwritten.forEach((watching, line) -> {
            if (end(watching, line)) {
                unwritten.remove(watching);
            }
        });
        Instant now = clock.instant();
        if (!table.isEmpty()) {
            table.alive(now);
            endLeftOpen(table.leftOpen(now));
        }
    }

    private void endLeftOpen(List<WatchingTable.LeftOpen> rows) {
        for (WatchingTable.LeftOpen row : rows) {
            transaction.executeWithoutResult(status -> {
                if (table.remove(row.watching())) {
                    events.publishEvent(ViewRecorded.leftOpen(row));
                }
            });
        }
        if (!rows.isEmpty()) {
            table.forgetDead(clock.instant());
            log.warn("{} views that a dead process left open are ended in the register", rows.size());
        }
    }
}
