package org.gridsight.app.grids;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.spatial.Box;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The township as a whole. Before it is defined it has neither code nor outline.
 *
 * @param outline CGCS2000 degrees; shared, not to be changed
 * @param version rises with every change of outline, grids or base map; -1 before the first
 */
public record Place(
        String code, String name, boolean synthetic, Optional<Geometry> outline, long version, Instant updatedAt) {

    static final long UNDEFINED_VERSION = -1;

    static Place undefined() {
        return new Place("", "", false, Optional.empty(), UNDEFINED_VERSION, Instant.EPOCH);
    }

    /** Whether there is an outline. It takes incidents once it has grids too. */
    public boolean setUp() {
        return outline.isPresent();
    }

    public Optional<Box> bbox() {
        return outline.map(shape -> {
            Envelope box = shape.getEnvelopeInternal();
            return new Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        });
    }
}
