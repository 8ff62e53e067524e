package org.gridsight.app.live;

/** Nothing is lost on PostGIS. */
class LosslessOnPostgisTest extends LosslessContract {

    LosslessOnPostgisTest() {
        super(LiveProduct.postgis());
    }
}
