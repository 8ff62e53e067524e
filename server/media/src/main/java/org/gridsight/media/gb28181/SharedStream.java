package org.gridsight.media.gb28181;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.media.hub.FeedTaker;
import org.gridsight.media.hub.PictureFeed;

/** One camera's pictures on their way up, live or recorded, for which there is a right on record. */
public interface SharedStream {

    /** Joins the camera's stream, or begins the recording. */
    PictureFeed watch(FeedTaker taker);

    /** The first picture is about to go out; false when that could not be put on record, so that none may. */
    boolean began();

    /** Nothing goes out any more. */
    void ended(String cause);

    /** When the right ends. */
    Instant until();

    /** How a recording is held and wound; empty for live pictures, and before it has begun. */
    default Optional<Playback> playback() {
        return Optional.empty();
    }
}
