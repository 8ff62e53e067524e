package org.gridsight.app.dispatch;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Grid workers; every query takes a scope pattern. */
interface GridWorkerRepository extends Repository<GridWorker, String> {

    GridWorker save(GridWorker worker);

    GridWorker saveAndFlush(GridWorker worker);

    /** Whether anybody has this number already, in whichever area. */
    @Query("select count(w) > 0 from GridWorker w where w.workerId = :workerId")
    boolean isTaken(String workerId);

    @Query("select w from GridWorker w where w.gridCode like :scope order by w.workerId")
    List<GridWorker> findAll(String scope);

    @Query("select w from GridWorker w where w.workerId = :workerId and w.gridCode like :scope")
    Optional<GridWorker> find(String workerId, String scope);

    @Query("select count(w) from GridWorker w where w.gridCode like :scope and w.onDuty")
    long countOnDuty(String scope);
}
