package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.LineString;

/**
 * A road between two natural villages, or from one out of the town.
 *
 * @param roadClass {@code main} or {@code minor}
 * @param from number of the natural village where the line begins
 * @param to number of the natural village where it ends, or {@value #OUT_OF_TOWN}
 */
public record DemoRoad(String name, String roadClass, LineString line, int from, int to) {

    /** Where a road ends that leaves the town at its border. */
    public static final int OUT_OF_TOWN = -1;

    public boolean insideTown() {
        return to != OUT_OF_TOWN;
    }
}
