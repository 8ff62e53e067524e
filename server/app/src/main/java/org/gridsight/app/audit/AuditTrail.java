package org.gridsight.app.audit;

import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Auditable;
import org.springframework.context.event.EventListener;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears every {@link Auditable} event and writes it in the same transaction, or refuses it. The entries of a transaction
 * are appended together just before its commit, after everything else has been flushed: whoever holds a chain's head
 * waits for nobody, so that nothing can lock up. Transactions take turns over {@value #CHAINS} chains.
 */
@Service
class AuditTrail {

    static final int CHAINS = 4;

    private final AuditTables tables;
    private final EntityManagerFactory entities;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicInteger turn = new AtomicInteger();

    AuditTrail(AuditTables tables, EntityManagerFactory entities, JsonMapper json, Clock clock) {
        this.tables = tables;
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void on(Auditable event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException(
                    event.auditEntry().action() + " was published outside a writing transaction and would be lost");
        }
        pending().add(event.auditEntry());
    }

    private Pending pending() {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Pending mine) {
                return mine;
            }
        }
        Pending fresh = new Pending();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    /** The entries of one transaction; last in line before its commit, used by its thread alone. */
    private final class Pending implements TransactionSynchronization {

        private final List<AuditEntry> entries = new ArrayList<>();

        void add(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            flushEntities();
            append(entries);
            entries.clear();
        }

        @Override
        public void afterCommit() {
            if (!entries.isEmpty()) {
                throw new IllegalStateException(
                        entries.get(0).action() + " was published while its transaction was committing");
            }
        }
    }

    /** Hibernate would write its changes only after us and then wait for rows while we hold the head. */
    private void flushEntities() {
        if (TransactionSynchronizationManager.getResource(entities) instanceof EntityManagerHolder holder) {
            holder.getEntityManager().flush();
        }
    }

    private void append(List<AuditEntry> entries) {
        ChainHead head = tables.lockHead(Math.floorMod(turn.getAndIncrement(), CHAINS));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<AuditRecord> records = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            AuditRecord record = AuditRecord.after(head, now, entry, json.writeValueAsString(entry.details()));
            records.add(record);
            head = record.asHead();
        }
        tables.insert(records);
        tables.moveHead(head);
    }
}
