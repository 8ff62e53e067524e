package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.Geometry;

/** Water or woods of the base map. {@code kind} is {@code water} or {@code green}; the area a polygon or several. */
public record DemoPatch(String kind, String name, Geometry area) {}
