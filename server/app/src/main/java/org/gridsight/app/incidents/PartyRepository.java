package org.gridsight.app.incidents;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The parties of a case that was found within a scope before; its own, without those of cases merged into it. */
interface PartyRepository extends Repository<Party, UUID> {

    @Query("select p from Party p where p.incidentSeq = :seq order by p.place, p.id")
    List<Party> listByIncident(long seq);

    Party save(Party party);

    void delete(Party party);
}
