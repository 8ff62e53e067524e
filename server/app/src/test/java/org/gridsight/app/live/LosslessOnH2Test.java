package org.gridsight.app.live;

/** Nothing is lost on the embedded database. */
class LosslessOnH2Test extends LosslessContract {

    LosslessOnH2Test() {
        super(LiveProduct.embedded());
    }
}
