package org.gridsight.app.incidents;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Orders of cases that were found within a scope before. */
interface AssignmentRepository extends Repository<Assignment, java.util.UUID> {

    @Query("select a from Assignment a where a.incidentSeq in :seqs order by a.createdAt, a.id")
    List<Assignment> findAllByIncident(Collection<Long> seqs);

    /** Of cases in the area, and the worker's own. */
    @Query("select a from Assignment a where (a.scopeCode like :scope or a.workerId = :workerId)"
            + " and a.endedAt is null order by a.createdAt desc, a.id")
    List<Assignment> listActive(String scope, String workerId, Limit most);

    /** Somebody sent sees the case, wherever it lies, until the order ends. */
    @Query("select count(a) > 0 from Assignment a where a.incidentSeq = :seq and a.workerId = :workerId"
            + " and a.endedAt is null")
    boolean isSentTo(long seq, String workerId);

    @Query("select a.underWayWorker from Assignment a where a.underWayWorker is not null")
    Set<String> listWorkersUnderWay();
}
