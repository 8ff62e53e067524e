package org.gridsight.app.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Auditable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears every {@link Auditable} event and writes it in the same transaction. The entries of a transaction are
 * appended together just before its commit, so that a chain's head is locked only for the commit itself;
 * transactions take turns over {@value #CHAINS} chains.
 */
@Service
class AuditTrail {

    static final int CHAINS = 4;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicInteger turn = new AtomicInteger();

    AuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(Auditable event) {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Pending pending) {
                pending.entries.add(event.auditEntry());
                return;
            }
        }
        Pending pending = new Pending();
        pending.entries.add(event.auditEntry());
        TransactionSynchronizationManager.registerSynchronization(pending);
    }

    /** Waits for the commit; last in line, after everything else of the transaction has been flushed. */
    private final class Pending implements TransactionSynchronization {

        private final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            append(entries);
        }
    }

    private void append(List<AuditEntry> entries) {
        int chain = Math.floorMod(turn.getAndIncrement(), CHAINS);
        ChainHead head = jdbc.sql("select chain, height, hash from audit.chain_head where chain = ? for update")
                .param(chain)
                .query(ChainHead.class)
                .single();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (AuditEntry entry : entries) {
            String details = json.writeValueAsString(entry.details());
            AuditRecord record = AuditRecord.after(head, now, entry, details);
            insert(record);
            head = record.asHead();
        }
        jdbc.sql("update audit.chain_head set height = ?, hash = ? where chain = ?")
                .params(head.height(), head.hash(), chain)
                .update();
    }

    private void insert(AuditRecord record) {
        jdbc.sql("insert into audit.record"
                        + " (chain, height, at, actor, action, subject, scope_code, details, prev_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        record.chain(),
                        record.height(),
                        Timestamp.from(record.at()),
                        record.actor(),
                        record.action(),
                        record.subject(),
                        record.scopeCode(),
                        record.details(),
                        record.prevHash(),
                        record.hash())
                .update();
    }
}
