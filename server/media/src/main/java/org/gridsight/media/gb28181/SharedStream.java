package org.gridsight.media.gb28181;

import java.time.Instant;
import org.gridsight.media.hub.Viewer;
import org.gridsight.media.hub.ViewerSink;

/** One camera's pictures on their way up, for which there is a right on record. */
public interface SharedStream {

    /** Joins the camera's stream. */
    Viewer watch(ViewerSink sink);

    /** The first picture is about to go out; false when that could not be put on record, so that none may. */
    boolean began();

    /** Nothing goes out any more. */
    void ended(String cause);

    /** When the right ends. */
    Instant until();
}
