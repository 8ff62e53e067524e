package org.gridsight.app.live;

/** The promises of {@code /live} on PostGIS. */
class LiveOnPostgisTest extends LiveContract {

    LiveOnPostgisTest() {
        super(LiveProduct.postgis());
    }
}
