package org.gridsight.roads;

import java.util.List;
import org.gridsight.spatial.LngLat;

/**
 * A piece of road of a layer, passable in both directions by everybody.
 *
 * @param course its vertices in order, at least two
 * @param main whether it is a through road; others are slow lanes
 */
public record Road(List<LngLat> course, boolean main) {

    public Road {
        course = List.copyOf(course);
        if (course.size() < 2) {
            throw new IllegalArgumentException("a road needs at least two vertices, had " + course.size());
        }
    }
}
