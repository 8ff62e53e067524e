package org.gridsight.app.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.MapChange;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears every {@link MapChange} and writes it to the outbox in the same transaction, many in one batch. Of several
 * changes of one thing in a transaction only the last counts, because nobody else ever saw the others.
 */
@Component
class ChangeLog {

    /** A long transaction writes in portions, so that an import does not hold everything in memory. */
    private static final int PORTION = 1_000;

    private final StreamTables tables;
    private final JsonMapper json;
    private final Tailer tailer;

    ChangeLog(StreamTables tables, JsonMapper json, Tailer tailer) {
        this.tables = tables;
        this.json = json;
        this.tailer = tailer;
    }

    @EventListener
    void on(MapChange event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException(event.getClass().getSimpleName()
                    + " was published outside a writing transaction, so no browser would hear of it");
        }
        pending()
                .add(new Change(
                        event.stream(),
                        event.id(),
                        event.version(),
                        Extent.of(event),
                        event.formerScopeCode(),
                        event.feature().map(json::writeValueAsString)));
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

    /** The changes of one transaction; used by its thread alone. */
    private final class Pending implements TransactionSynchronization {

        private final Map<String, Change> changes = new LinkedHashMap<>();
        private boolean closing;

        void add(Change change) {
            Change earlier = changes.remove(change.key());
            Optional<String> former = earlier == null
                    ? change.formerScope()
                    : earlier.formerScope().or(change::formerScope);
            changes.put(change.key(), change.withFormerScope(former));
            if (closing || changes.size() >= PORTION) {
                write();
            }
        }

        private void write() {
            tables.append(new ArrayList<>(changes.values()));
            changes.clear();
        }

        /** Late, but before the audit trail, which locks. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 100;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            closing = true;
            if (!changes.isEmpty()) {
                write();
            }
        }

        @Override
        public void afterCommit() {
            if (!changes.isEmpty()) {
                throw new IllegalStateException("a change was published while its transaction was committing");
            }
            tailer.wake();
        }
    }
}
