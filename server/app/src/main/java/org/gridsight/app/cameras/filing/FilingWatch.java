package org.gridsight.app.cameras.filing;

import java.time.LocalDate;
import java.util.Map;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices first use and changes within the minute, and once a day puts on record how many filings are overdue. */
@Component
class FilingWatch {

    private static final Logger log = LoggerFactory.getLogger(FilingWatch.class);

    private final Filings filings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private @Nullable LocalDate alarmedOn;

    FilingWatch(Filings filings, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.filings = filings;
        this.transaction = transaction;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void watch() {
        try {
            filings.notice();
            alarm();
        } catch (DataAccessException failure) {
            // another node was quicker, or the database is away: the next minute tries again
            log.debug("the filing register could not be kept", failure);
        }
    }

    /** One line a day, however often the product is asked. */
    synchronized void alarm() {
        LocalDate today = filings.today();
        if (today.equals(alarmedOn)) {
            return;
        }
        int overdue = filings.counts(Scope.everything()).getOrDefault(FilingState.OVERDUE, 0);
        if (overdue > 0) {
            log.warn("{} cameras are overdue to be filed with the county police; see the filing register", overdue);
            transaction.executeWithoutResult(status -> events.publishEvent(AuditEntry.of(
                    Filings.ACTOR,
                    "filing.overdue",
                    "filing/*",
                    "",
                    Map.of("count", Integer.toString(overdue), "day", today.toString()))));
        }
        alarmedOn = today;
    }
}
