package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.Coordinate;

/** A natural village while the town is being drawn: its centre in metres, and who lives there. */
record Hamlet(int index, String name, Coordinate at, int households, int people) {}
