package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.Polygon;

/** One of the 24 villages 行政村 of the demo town: 12-digit code, named by a solar term, the union of its grids. */
public record DemoVillage(String code, String name, Polygon boundary, int households, int population) {

    static DemoVillage of(Division.Region region, TownPlane plane) {
        return new DemoVillage(
                region.code(),
                region.name(),
                plane.degrees(region.land(), Polygon.class),
                region.households(),
                region.people());
    }
}
