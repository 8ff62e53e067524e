package org.gridsight.app.hotspots;

import java.util.List;
import java.util.Optional;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.StreamSnapshot;
import org.gridsight.spatial.Box;
import org.springframework.stereotype.Component;

/** Which map of hotspots is the newest, for pages that begin to listen. */
@Component
class HotspotSnapshot implements StreamSnapshot {

    private final HotspotStore store;
    private final Grids grids;

    HotspotSnapshot(HotspotStore store, Grids grids) {
        this.store = store;
        this.grids = grids;
    }

    @Override
    public LiveStream stream() {
        return LiveStream.HOTSPOTS;
    }

    @Override
    public List<MapFeature> features(
            Scope scope, Optional<String> workerId, Optional<Box> box, boolean openOnly, int limit) {
        String town = grids.place().code();
        if (!scope.covers(town)) {
            return List.of();
        }
        return store.newest(town).map(HotspotsRefreshed::notice).stream()
                .limit(limit)
                .toList();
    }
}
