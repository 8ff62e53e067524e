package org.gridsight.gisdata.topology;

import org.locationtech.jts.geom.Geometry;

/** Where borders are straight: the check runs in the plane the grids were drawn in. */
interface Plane {

    Geometry plane(Geometry degrees);

    Geometry degrees(Geometry plane);

    /** Length of a metre here, near the grids. */
    double unitsPerMetre();
}
