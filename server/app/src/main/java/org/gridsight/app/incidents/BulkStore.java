package org.gridsight.app.incidents;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Inserts many rows in batches within the transaction. A stateless session would be lighter but sends every row by
 * itself when it borrows the connection of a transaction that it has not begun.
 */
@Component
class BulkStore {

    /** As {@code hibernate.jdbc.batch_size}. */
    private static final int BATCH = 500;

    private final EntityManager entities;

    BulkStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Parents before children: each list is written before the next. Nothing stays in the persistence context. */
    void insert(List<? extends List<?>> lists) {
        for (List<?> rows : lists) {
            for (int i = 0; i < rows.size(); i += BATCH) {
                rows.subList(i, Math.min(rows.size(), i + BATCH)).forEach(entities::persist);
                entities.flush();
                entities.clear();
            }
        }
    }
}
