package org.gridsight.media.hub;

import java.util.function.Predicate;
import org.gridsight.media.fmp4.StreamPart;
import org.jspecify.annotations.Nullable;

/** One looker at one camera, from {@link StreamHub#watch} until it is closed. Slow ones miss pictures, alone. */
public final class Viewer implements PictureFeed {

    private final StreamHub hub;
    private final ViewerSink sink;
    private final ViewerQueue queue;

    Viewer(StreamHub hub, ViewerSink sink, ViewerQueue queue) {
        this.hub = hub;
        this.sink = sink;
        this.queue = queue;
    }

    @Override
    public @Nullable StreamPart poll() {
        return queue.poll();
    }

    /**
     * The next part if it is wanted; else it stays, and nobody is woken for it.
     *
     * @param wanted asked under a lock, of the part at the front
     */
    public @Nullable StreamPart poll(Predicate<StreamPart> wanted) {
        return queue.poll(wanted);
    }

    /** Pictures it did not get since it joined, because it was too slow or no key picture had come. */
    public long dropped() {
        return queue.dropped();
    }

    /** Bytes that wait to be sent. */
    public int waitingBytes() {
        return queue.waitingBytes();
    }

    /** Leaves; may be called twice. */
    @Override
    public void close() {
        queue.close();
        hub.leave(this);
    }

    ViewerQueue queue() {
        return queue;
    }

    void wake() {
        sink.ready(this);
    }
}
