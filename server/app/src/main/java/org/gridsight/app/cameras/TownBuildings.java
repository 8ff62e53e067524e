package org.gridsight.app.cameras;

import java.util.List;
import java.util.Optional;
import org.gridsight.app.grids.BaseLayer;
import org.gridsight.app.grids.GridMap;
import org.gridsight.app.grids.Grids;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.Buildings;
import org.gridsight.spatial.sight.GroundPlane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** The buildings of the place as sight needs them: made once of each map, and anew when the map is another one. */
@Component
class TownBuildings {

    private final Grids grids;

    /** Written and read by any thread; two that find it old make the same twice. */
    private volatile @Nullable Made made;

    private record Made(GridMap map, Optional<Buildings> buildings) {}

    TownBuildings(Grids grids) {
        this.grids = grids;
    }

    /** Empty while nobody has given a layer of buildings: then it is open country. */
    Optional<Buildings> now() {
        GridMap map = grids.map();
        Made known = made;
        if (known == null || known.map() != map) {
            known = new Made(map, of(map));
            made = known;
        }
        return known.buildings();
    }

    private static Optional<Buildings> of(GridMap map) {
        List<Geometry> footprints = map.layer(BaseLayer.BUILDINGS).stream()
                .map(BaseLayer.Feature::shape)
                .toList();
        if (footprints.isEmpty()) {
            return Optional.empty();
        }
        Envelope extent =
                map.place().outline().map(Geometry::getEnvelopeInternal).orElseGet(Envelope::new);
        if (extent.isNull()) {
            footprints.forEach(shape -> extent.expandToInclude(shape.getEnvelopeInternal()));
        }
        Coordinate middle = extent.centre();
        return Optional.of(Buildings.of(GroundPlane.around(new LngLat(middle.x, middle.y)), footprints));
    }
}
