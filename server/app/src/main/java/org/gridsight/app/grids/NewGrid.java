package org.gridsight.app.grids;

import org.locationtech.jts.geom.Geometry;

/**
 * A grid to be put on a new map. Its code begins with the village's 12 digits, these with the place's 9.
 *
 * @param shape polygon or multipolygon in CGCS2000 degrees, longitude first
 */
public record NewGrid(
        String code,
        String name,
        String villageCode,
        String villageName,
        Grid.Kind kind,
        int households,
        Geometry shape) {}
