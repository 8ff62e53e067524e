package org.gridsight.app.grids;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All versions of all villages. */
interface VillageRepository extends ListCrudRepository<VillageVersion, UUID> {

    @Query("select v from VillageVersion v where v.code like :scope order by v.code, v.validFrom")
    List<VillageVersion> listVersions(String scope);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update VillageVersion v set v.validTo = case when v.validFrom > :time then v.validFrom else :time end"
            + " where v.code like :scope and (v.validTo is null or v.validTo > :time)")
    void endAt(String scope, Instant time);
}
