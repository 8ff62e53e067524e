package org.gridsight.app.incidents;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Steps of a case that was found within a scope before. */
interface StepRepository extends Repository<Step, Step.Key> {

    @Query("select s from Step s where s.key.incidentSeq = :seq order by s.key.step")
    List<Step> listByIncident(long seq);

    @Query("select s from Step s where s.key.incidentSeq = :seq and s.key.step = :step")
    Optional<Step> findByNumber(long seq, int step);

    @Query("select s from Step s where s.key.incidentSeq = :seq and s.action = 'merge' and s.toStatus = :merged"
            + " and s.fromStatus <> :merged order by s.key.step desc limit 1")
    Optional<Step> findLastMerge(long seq, IncidentStatus merged);

    @Query("select s.actor from Step s where s.key.incidentSeq = :seq and s.action in :actions")
    Set<String> listActors(long seq, Collection<String> actions);
}
