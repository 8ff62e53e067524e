package org.gridsight.gisdata.crs;

import org.locationtech.jts.geom.Coordinate;

/** One way between a coordinate system and CGCS2000 degrees. Implementations are immutable and safe for any thread. */
interface Shift {

    /** May answer with values that are not finite or off the Earth; {@link Crs} checks. */
    Coordinate toCgcs2000(Coordinate source);

    Coordinate fromCgcs2000(Coordinate degrees);

    /** One line for the provenance of a stored place. */
    String method();

    /** What the conversion itself may add, not the accuracy of the measurement. */
    double accuracyMetres();
}
