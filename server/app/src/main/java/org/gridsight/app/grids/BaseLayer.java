package org.gridsight.app.grids;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** The layers of the base map that come from files; outline and villages follow from place and grids. */
public enum BaseLayer {
    ROADS("roads", 1),
    WATER("water", 2),
    GREEN("green", 2),
    NATURAL_VILLAGES("naturalVillages", 0),
    /** Footprints: what hides the ground behind it from a camera. Served by the box, because there are many. */
    BUILDINGS("buildings", 2);

    /**
     * Something drawn on the base map.
     *
     * @param kind of roads {@code main} or {@code minor}, else free or empty
     * @param shape CGCS2000 degrees, longitude first
     */
    public record Feature(String name, String kind, Geometry shape) {}

    private final String wireName;
    private final int dimension;

    BaseLayer(String wireName, int dimension) {
        this.wireName = wireName;
        this.dimension = dimension;
    }

    public String wireName() {
        return wireName;
    }

    /** 0 points, 1 lines, 2 areas. Rivers may come as lines in an area layer. */
    public int dimension() {
        return dimension;
    }

    public static Optional<BaseLayer> parse(String wireName) {
        return Arrays.stream(values())
                .filter(layer -> layer.wireName.equals(wireName))
                .findFirst();
    }
}
