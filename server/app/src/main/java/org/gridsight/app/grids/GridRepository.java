package org.gridsight.app.grids;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All versions of all grids. A scope is given as the pattern of {@code Scope.like()}. */
interface GridRepository extends ListCrudRepository<GridVersion, java.util.UUID> {

    @Query("select g from GridVersion g where g.code like :scope order by g.code, g.validFrom")
    List<GridVersion> listVersions(String scope);

    /** Codes that were in use once and have ended before the time. */
    @Query("select distinct g.code from GridVersion g where g.code like :scope and g.validTo > g.validFrom"
            + " and not exists (select 1 from GridVersion n where n.code = g.code"
            + " and (n.validTo is null or n.validTo > :time))")
    List<String> listRetiredCodes(String scope, Instant time);

    /** Ends what is valid at the time or later; a version that would have begun later is never valid. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update GridVersion g set g.validTo = case when g.validFrom > :time then g.validFrom else :time end"
            + " where g.code like :scope and (g.validTo is null or g.validTo > :time)")
    void endAt(String scope, Instant time);
}
