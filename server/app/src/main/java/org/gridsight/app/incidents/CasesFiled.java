package org.gridsight.app.incidents;

import org.gridsight.app.grids.GridUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents carry the code of the grid they happened in. */
@Component
class CasesFiled implements GridUse {

    private final JdbcClient jdbc;

    CasesFiled(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse() {
        return jdbc.sql("select exists (select 1 from incidents.incident)")
                .query(Boolean.class)
                .single();
    }
}
