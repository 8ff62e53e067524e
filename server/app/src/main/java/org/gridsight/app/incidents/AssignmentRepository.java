package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
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

    /** Orders are heard where their case is heard. */
    @Modifying
    @Query("update Assignment a set a.scopeCode = :gridCode where a.incidentSeq = :seq")
    void follow(long seq, String gridCode);

    /** Somebody sent sees the case, wherever it lies, until the order ends. */
    @Query("select count(a) > 0 from Assignment a where a.incidentSeq = :seq and a.workerId = :workerId"
            + " and a.endedAt is null")
    boolean isSentTo(long seq, String workerId);

    @Query("select a from Assignment a where a.id = :id")
    Optional<Assignment> findById(java.util.UUID id);

    /** Of a worker: what has not ended, and what ended since a moment; the nearest deadline first. */
    @Query("select a from Assignment a where a.workerId = :workerId and (a.endedAt is null or a.endedAt >= :endedSince)"
            + " order by a.dueAt nulls last, a.createdAt desc, a.id")
    List<Assignment> listOf(String workerId, Instant endedSince, Limit most);

    /** What a worker has not ended, the newest first. */
    @Query("select a from Assignment a where a.workerId = :workerId and a.endedAt is null"
            + " order by a.createdAt desc, a.id desc")
    List<Assignment> listActive(String workerId);

    @Query("select coalesce(max(a.workerTurn), 0) from Assignment a where a.workerId = :workerId")
    long lastTurn(String workerId);

    /** Open orders of workers who have not answered, asked within the span. */
    @Query("select a.id from Assignment a where a.status = :open and a.workerId is not null"
            + " and a.answer.acceptedAt is null and a.answer.onTheWayAt is null and a.answer.unansweredSince is null"
            + " and a.answer.askedAt > :after and a.answer.askedAt <= :before order by a.answer.askedAt, a.id")
    List<java.util.UUID> listUnanswered(OrderStatus open, Instant after, Instant before, Limit most);
}
