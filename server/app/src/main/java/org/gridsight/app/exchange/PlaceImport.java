package org.gridsight.app.exchange;

import java.util.List;
import java.util.Optional;
import org.gridsight.app.grids.BaseLayer;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.grids.Place;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Rejected;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what was read of a place, each file in one transaction. A place already set up needs the version seen. */
@Service
class PlaceImport {

    private static final long NOT_SEEN = -1;

    /** A place as asked for. */
    record Wish(String code, String name, Geometry outline, Optional<Long> seenVersion) {}

    private final PlaceSetUp setUp;
    private final Grids grids;

    PlaceImport(PlaceSetUp setUp, Grids grids) {
        this.setUp = setUp;
        this.grids = grids;
    }

    @Transactional
    public void define(Wish wish, String actor) {
        Place place = grids.place();
        if (place.synthetic()) {
            throw new Rejected(ExchangeReason.DEMO_LOADED);
        }
        if (place.setUp()) {
            setUp.expectVersion(wish.seenVersion().orElse(NOT_SEEN));
        }
        setUp.define(wish.code(), wish.name(), wish.outline(), false, actor);
    }

    @Transactional
    public void putLayer(BaseLayer layer, List<BaseLayer.Feature> features, String actor) {
        setUp.putLayer(layer, features, actor);
    }
}
