package org.gridsight.app.hotspots;

import java.util.Optional;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a hotspot lies.
 *
 * @param shape CGCS2000 degrees, within the town; empty when all cases lie outside of it
 * @param circle what a scan looked at, which may reach beyond the town
 */
public record Ground(Optional<Geometry> shape, Optional<Circle> circle) {

    /** A circle that was tested. */
    public record Circle(LngLat center, double radiusMetres) {}

    static Ground of(Optional<Geometry> shape) {
        return new Ground(shape, Optional.empty());
    }
}
