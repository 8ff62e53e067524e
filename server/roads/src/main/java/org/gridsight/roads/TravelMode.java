package org.gridsight.roads;

/** How somebody travels. */
public enum TravelMode {
    FOOT,
    MOTORBIKE,
    CAR
}
