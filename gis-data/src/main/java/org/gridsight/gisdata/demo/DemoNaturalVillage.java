package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.Point;

/** A natural village 自然村: houses around a point, in one grid. Its place in the list is its number in the road graph. */
public record DemoNaturalVillage(String name, String gridCode, Point at, int households, int population) {

    public String villageCode() {
        return gridCode.substring(0, 12);
    }
}
