package org.gridsight.app.incidents;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.StreamSnapshot;
import org.gridsight.spatial.Box;
import org.springframework.stereotype.Component;

/** The incidents as the live stream starts with them. */
@Component
class IncidentSnapshot implements StreamSnapshot {

    private final IncidentSearch search;

    IncidentSnapshot(IncidentSearch search) {
        this.search = search;
    }

    @Override
    public LiveStream stream() {
        return LiveStream.INCIDENTS;
    }

    @Override
    public List<MapFeature> features(
            Scope scope, Optional<String> workerId, Optional<Box> box, boolean openOnly, int limit) {
        return search.newest(scope, workerId, box, openOnly, limit + 1).stream()
                .map(IncidentFeatures::of)
                .toList();
    }

    @Override
    public Optional<String> wallTitle(UnaryOperator<String> property) {
        return Optional.of(IncidentKind.valueOf(property.apply("kind")).wallTitle());
    }
}
