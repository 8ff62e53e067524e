package org.gridsight.media.hub;

import org.gridsight.media.fmp4.StreamPart;
import org.jspecify.annotations.Nullable;

/** Where somebody takes pictures from, one part after the other: a viewer of a hub, or one run of a source. */
public interface PictureFeed extends AutoCloseable {

    /** The next part, null when there is none: then its taker will be told. Any thread, but one at a time. */
    @Nullable
    StreamPart poll();

    /** Leaves; may be called twice. */
    @Override
    void close();
}
