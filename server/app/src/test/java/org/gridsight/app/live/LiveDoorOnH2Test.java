package org.gridsight.app.live;

/** Who {@code /live} opens to, on the embedded database. */
class LiveDoorOnH2Test extends LiveDoorContract {

    LiveDoorOnH2Test() {
        super(LiveProduct.embedded());
    }
}
