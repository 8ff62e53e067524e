package org.gridsight.app.cameras;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the view register when watching really began and ended. */
@Component
class Watchings {

    private static final Logger log = LoggerFactory.getLogger(Watchings.class);

    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Watchings(TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.events = events;
    }

    /** @param what live or snapshot; false when it could not be put on record, so that nothing may be shown */
    boolean began(StreamTicket ticket, UUID watching, String what) {
        return write(ViewRecorded.began(ticket, watching, what));
    }

    void ended(StreamTicket ticket, UUID watching, String cause) {
        write(ViewRecorded.ended(ticket, watching, cause));
    }

    private boolean write(ViewRecorded line) {
        try {
            transaction.executeWithoutResult(status -> events.publishEvent(line));
            return true;
        } catch (RuntimeException failure) {
            log.error("a line of the view register could not be written: {}", line.action(), failure);
            return false;
        }
    }
}
