package org.gridsight.app.cameras;

import org.gridsight.media.fmp4.StreamPart;
import org.gridsight.media.hub.Viewer;
import org.jspecify.annotations.Nullable;

/** Where a line takes what it sends: a camera that is live, or a recording that is wound. */
interface PictureFeed {

    /** The next part, null when there is none: then the line is woken when there is. Any thread, but one at a time. */
    @Nullable
    StreamPart poll();

    /** Nobody looks any more; may be called twice. */
    void close();

    static PictureFeed of(Viewer viewer) {
        return new PictureFeed() {
            @Override
            public @Nullable StreamPart poll() {
                return viewer.poll();
            }

            @Override
            public void close() {
                viewer.close();
            }
        };
    }
}
