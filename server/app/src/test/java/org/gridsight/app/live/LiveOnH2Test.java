package org.gridsight.app.live;

/** The promises of {@code /live} on the embedded database. */
class LiveOnH2Test extends LiveContract {

    LiveOnH2Test() {
        super(LiveProduct.embedded());
    }
}
