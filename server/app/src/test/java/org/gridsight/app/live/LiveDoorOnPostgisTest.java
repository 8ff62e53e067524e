package org.gridsight.app.live;

/** Who {@code /live} opens to, on PostGIS. */
class LiveDoorOnPostgisTest extends LiveDoorContract {

    LiveDoorOnPostgisTest() {
        super(LiveProduct.postgis());
    }
}
