package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.Point;

/**
 * A camera that does not exist, with a GB/T 28181 id of 20 digits.
 *
 * @param kind 路口, 村口, 广场 or 制高点
 * @param status {@code ONLINE}, {@code OFFLINE} or {@code NEVER_CONNECTED}
 */
public record DemoCamera(String id, String name, String kind, View view, String status) {

    /** Where it stands and what it sees: azimuth clockwise from north. */
    public record View(Point at, double azimuthDegrees, double fieldOfViewDegrees, double rangeMetres) {}
}
