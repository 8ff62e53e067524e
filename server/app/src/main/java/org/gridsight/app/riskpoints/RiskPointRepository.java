package org.gridsight.app.riskpoints;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The ledger, always seen through a scope. */
interface RiskPointRepository extends Repository<RiskPoint, UUID> {

    RiskPoint saveAndFlush(RiskPoint point);

    /** Whether there is any at all; tells nothing about one. */
    boolean existsBy();

    @Query("select r from RiskPoint r where r.id = :id and r.gridCode like :scope")
    Optional<RiskPoint> find(UUID id, String scope);

    @Query("select r from RiskPoint r where r.gridCode like :scope"
            + " and (:openOnly = false or r.status <> RiskStatus.CLEARED) order by r.id")
    List<RiskPoint> list(String scope, boolean openOnly, Limit limit);

    @Query("select r from RiskPoint r where r.gridCode like :scope and st_intersects(r.place, :box) = true"
            + " and (:openOnly = false or r.status <> RiskStatus.CLEARED) order by r.id")
    List<RiskPoint> listIn(String scope, Geometry box, boolean openOnly, Limit limit);
}
