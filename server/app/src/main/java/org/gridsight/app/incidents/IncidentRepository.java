package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Incidents within a scope, given as a pattern for {@code like}. */
interface IncidentRepository extends Repository<Incident, Long> {

    @Query("select i from Incident i where i.id = :id and i.spot.gridCode like :scope")
    Optional<Incident> findById(UUID id, String scope);

    @Query("select i from Incident i where i.seq = :seq and i.spot.gridCode like :scope")
    Optional<Incident> findBySeq(long seq, String scope);

    @Query("select i from Incident i where i.seq in :seqs and i.spot.gridCode like :scope")
    List<Incident> findAllBySeq(Collection<Long> seqs, String scope);

    @Query("select i from Incident i where i.caseCode = :caseCode")
    Optional<Incident> findByCaseCode(String caseCode);

    @Query("select i from Incident i where i.state.status = :status and i.state.clock.pausedAt is null"
            + " and i.spot.gridCode like :scope order by i.receivedAt, i.seq")
    List<Incident> findRunning(IncidentStatus status, String scope, Limit most);

    @Query("select i.seq from Incident i where i.state.clock.escalateAt <= :now and i.spot.gridCode like :scope"
            + " order by i.state.clock.escalateAt")
    List<Long> listDueForEscalation(Instant now, String scope, Limit most);
}
