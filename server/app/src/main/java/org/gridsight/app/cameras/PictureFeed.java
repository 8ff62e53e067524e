package org.gridsight.app.cameras;

import java.util.function.Predicate;
import org.gridsight.media.fmp4.StreamPart;
import org.gridsight.media.hub.Viewer;
import org.jspecify.annotations.Nullable;

/** Where a line takes what it sends: a camera that is live, or a recording that is wound. */
interface PictureFeed {

    /**
     * The next part, null when there is none: then the line is woken when there is. One that is not wanted yet stays, and
     * nobody is woken for it. Any thread, but one at a time.
     *
     * @param wanted asked under a lock, of the part at the front
     */
    @Nullable
    StreamPart poll(Predicate<StreamPart> wanted);

    /** Nobody looks any more; may be called twice. */
    void close();

    static PictureFeed of(Viewer viewer) {
        return new PictureFeed() {
            @Override
            public @Nullable StreamPart poll(Predicate<StreamPart> wanted) {
                return viewer.poll(wanted);
            }

            @Override
            public void close() {
                viewer.close();
            }
        };
    }
}
