package org.gridsight.app.cameras;

import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;

/** The source of a camera that cannot be asked: it ends with the reason as soon as it is opened. */
record EndedSource(MediaFault cause) implements Source {

    @Override
    public void open(SourceEvents events) {
        events.ended(cause);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
