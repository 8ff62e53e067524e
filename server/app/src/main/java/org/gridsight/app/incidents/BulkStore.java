package org.gridsight.app.incidents;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/** Inserts many rows in batches on the connection of the transaction, past the persistence context. */
@Component
class BulkStore {

    private static final int BATCH = 500;

    private final EntityManager entities;

    BulkStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Parents before children: each list is written before the next. */
    void insert(List<? extends List<?>> lists) {
        Session session = entities.unwrap(Session.class);
        SessionFactory factory = session.getSessionFactory();
        session.doWork(connection -> {
            try (StatelessSession bulk = factory.openStatelessSession(connection)) {
                bulk.setJdbcBatchSize(BATCH);
                for (List<?> rows : lists) {
                    bulk.insertMultiple(rows);
                }
            }
        });
    }
}
