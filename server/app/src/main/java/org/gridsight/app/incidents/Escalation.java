package org.gridsight.app.incidents;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gridsight.app.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raises the watch on cases whose clock runs down: unit head, town leader, county. The moment is stored with the clock,
 * so each round only reads what is due; a case that moved meanwhile is looked at again in the next round.
 */
@Component
class Escalation {

    private static final Logger log = LoggerFactory.getLogger(Escalation.class);
    private static final int MOST = 500;

    private final IncidentRepository incidents;
    private final Watch watch;
    private final IncidentNews news;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalation(
            IncidentRepository incidents,
            Watch watch,
            IncidentNews news,
            EntityManager entities,
            TransactionTemplate transaction,
            Clock clock) {
        this.incidents = incidents;
        this.watch = watch;
        this.news = news;
        this.entities = entities;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${gridsight.incidents.escalate-every}",
            initialDelayString = "${gridsight.incidents.escalate-every}")
    void run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Long> due = incidents.listDueForEscalation(now, Scope.everything().like(), Limit.of(MOST));
        for (long seq : due) {
            try {
                transaction.executeWithoutResult(status -> escalate(seq, now));
            } catch (ConcurrencyFailureException | OptimisticLockException moved) {
                log.debug("incident {} moved while it was to be escalated", seq);
            } catch (RuntimeException broken) {
                log.error("incident {} cannot be escalated; the others go on", seq, broken);
            }
        }
    }

    private void escalate(long seq, Instant now) {
        Incident incident = incidents.findBySeq(seq, Scope.everything().like()).orElseThrow();
        if (!watch.isDue(incident, now)) {
            return;
        }
        Step step = watch.raise(incident, now);
        entities.flush();
        entities.persist(step);
        entities.flush();
        news.escalated(incident, step);
    }
}
