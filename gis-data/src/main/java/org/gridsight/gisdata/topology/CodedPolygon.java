package org.gridsight.gisdata.topology;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** A grid as delivered: its code and its area in CGCS2000 degrees. */
public record CodedPolygon(String code, Geometry geometry) {

    public CodedPolygon {
        if (!(geometry instanceof Polygonal)) {
            throw new IllegalArgumentException(
                    "grid " + code + " must be a polygon, was a " + geometry.getGeometryType());
        }
    }
}
