package org.gridsight.app.incidents;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out incident numbers from blocks of {@value #BLOCK}; a restart may leave a gap of less than a block. */
@Component
class SeqBlocks {

    static final int BLOCK = 50;

    private final JdbcClient jdbc;
    private final String nextBlock;

    /** Guarded by this. */
    private long next;

    private long end;

    SeqBlocks(JdbcClient jdbc, EntityManagerFactory factory) {
        this.jdbc = jdbc;
        this.nextBlock = factory.unwrap(SessionFactoryImplementor.class)
                .getJdbcServices()
                .getDialect()
                .getSequenceSupport()
                .getSequenceNextValString("incidents.incident_seq");
    }

    synchronized long next() {
        if (next == end) {
            next = jdbc.sql(nextBlock).query(Long.class).single();
            end = next + BLOCK;
        }
        return next++;
    }
}
