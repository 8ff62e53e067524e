package org.gridsight.app.cameras;

import org.gridsight.app.kernel.Rejected;
import org.gridsight.media.hub.Diagnosis;
import org.gridsight.media.hub.StreamHub;
import org.gridsight.media.hub.Viewer;
import org.gridsight.media.hub.ViewerSink;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The door to moving pictures. There is no way in without a ticket. */
@Service
public class LiveStreams {

    private final MediaEngine engine;

    LiveStreams(MediaEngine engine) {
        this.engine = engine;
    }

    /** The raw stream; never of a masked camera for whoever may not see behind the masks. */
    Viewer open(StreamTicket ticket, ViewerSink sink) {
        if (!ticket.seesRaw()) {
            throw new Rejected(CameraReason.MASKED);
        }
        return engine.hubs().of(ticket.camera().cameraId()).watch(sink);
    }

    /** The step log of the last session; empty when nobody has watched yet. */
    Diagnosis diagnosis(Camera camera) {
        return engine.hubs().of(camera.cameraId()).diagnosis();
    }

    /** Who watches goes on watching, from where the camera is now. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(CameraChanged change) {
        if (change.movesStream()) {
            engine.hubs().find(change.cameraId()).ifPresent(StreamHub::renew);
        }
    }
}
