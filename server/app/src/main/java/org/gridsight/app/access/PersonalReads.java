package org.gridsight.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import org.gridsight.app.kernel.AuditEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts reads of personal data on record, in the transaction that reads. The same account reading the same columns of
 * the same subject again within {@code gridsight.access.read-record-every} is the same read: a page that repeats itself
 * does not flood the chain. Unmasking is never folded. After a restart reads are on record anew.
 */
@Service
public class PersonalReads {

    private static final int REMEMBERED = 100_000;

    private final ApplicationEventPublisher events;
    private final AccessSettings settings;
    private final Clock clock;
    // thread-safe; an entry is put only after its record is committed
    private final Cache<AuditEntry, Instant> recorded =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    PersonalReads(ApplicationEventPublisher events, AccessSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param read who read what of which subject; equal entries are one read */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry read) {
        Instant now = clock.instant();
        Instant last = recorded.getIfPresent(read);
        boolean fresh = last != null && !now.isBefore(last) && now.isBefore(last.plus(settings.readRecordEvery()));
        if (fresh) {
            return;
        }
        events.publishEvent(read);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                recorded.put(read, now);
            }
        });
    }
}
