package org.gridsight.app.cameras;

import org.gridsight.app.cameras.cascade.CascadeLinks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the links to upper platforms that a camera has changed; masks that come end what they are given of it. */
@Component
class SharedCameraNews {

    private final CascadeLinks links;

    SharedCameraNews(CascadeLinks links) {
        this.links = links;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(CameraChanged change) {
        links.cameraChanged(change.cameraId(), change.redrawsMasks());
    }
}
