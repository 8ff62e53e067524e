package org.gridsight.app.cameras;

import org.gridsight.app.cameras.cascade.UpwardPictures.Receiver;
import org.gridsight.media.gb28181.NotShared;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts on record what an upper platform is given before it gets it; what cannot be recorded is not given. */
@Component
class UpwardRecord {

    private static final Logger log = LoggerFactory.getLogger(UpwardRecord.class);

    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    UpwardRecord(TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.events = events;
    }

    /** Who stands in the registers for a platform. */
    static String account(Receiver receiver) {
        return "platform:" + receiver.platformId();
    }

    void write(Object line) throws NotShared {
        try {
            transaction.executeWithoutResult(status -> events.publishEvent(line));
        } catch (RuntimeException failure) {
            log.error("an upper platform is given nothing: the register cannot be written", failure);
            throw new NotShared(NotShared.Reason.UNAVAILABLE);
        }
    }
}
