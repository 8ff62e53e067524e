package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.Polygon;

/** A grid 网格 of the demo town: 15-digit code that begins with its village's. All grids together are exactly the town. */
public record DemoGrid(String code, String name, Polygon boundary, int households, int population) {

    static DemoGrid of(Division.Region region, TownPlane plane) {
        return new DemoGrid(
                region.code(),
                region.name(),
                plane.degrees(region.land(), Polygon.class),
                region.households(),
                region.people());
    }

    public String villageCode() {
        return code.substring(0, 12);
    }
}
