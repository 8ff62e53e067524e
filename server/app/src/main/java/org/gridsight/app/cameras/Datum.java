package org.gridsight.app.cameras;

/** What the positions of a device's catalogue mean; many devices of the mainland tell GCJ-02 without saying so. */
enum Datum {
    WGS84,
    GCJ02
}
