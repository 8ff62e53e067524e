package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.LineString;

/**
 * A road between two natural villages.
 *
 * @param roadClass {@code main} or {@code minor}
 * @param from number of the natural village where the line begins
 * @param to number of the natural village where it ends
 */
public record DemoRoad(String name, String roadClass, LineString line, int from, int to) {}
