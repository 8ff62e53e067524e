package org.gridsight.app.riskpoints;

import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.StreamSnapshot;
import org.gridsight.spatial.Box;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The ledger as the live map begins with it. */
@Component
class RiskPointSnapshot implements StreamSnapshot {

    private static final GeometryFactory CGCS2000 = new GeometryFactory(new PrecisionModel(), 4490);

    private final RiskPointRepository points;

    RiskPointSnapshot(RiskPointRepository points) {
        this.points = points;
    }

    @Override
    public LiveStream stream() {
        return LiveStream.RISKPOINTS;
    }

    @Override
    public List<MapFeature> features(
            Scope scope, Optional<String> workerId, Optional<Box> box, boolean openOnly, int limit) {
        List<RiskPoint> found = box.map(area ->
                        points.listIn(scope.like(), CGCS2000.toGeometry(envelope(area)), openOnly, Limit.of(limit)))
                .orElseGet(() -> points.list(scope.like(), openOnly, Limit.of(limit)));
        return found.stream().map(RiskPoint::feature).toList();
    }

    private static Envelope envelope(Box box) {
        return new Envelope(box.west(), box.east(), box.south(), box.north());
    }
}
