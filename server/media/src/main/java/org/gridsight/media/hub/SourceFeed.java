package org.gridsight.media.hub;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.FragmentWriter;
import org.gridsight.media.fmp4.StreamPart;
import org.jspecify.annotations.Nullable;

/**
 * One run of a source for one taker, such as a recording: no cache, no second try, and an end. What a slow taker does not
 * take is dropped up to the next key picture.
 */
public final class SourceFeed implements PictureFeed, SourceEvents {

    private final Source source;
    private final FeedTaker taker;
    private final ViewerQueue queue;
    /** Told once, when all before it has been taken. */
    private final AtomicReference<@Nullable String> ending = new AtomicReference<>();
    // written by the source's threads, one after the other
    private final FragmentWriter writer = new FragmentWriter();
    private boolean readable;
    private boolean begun;

    private SourceFeed(Source source, FeedTaker taker, int mostBytes) {
        this.source = source;
        this.taker = taker;
        queue = new ViewerQueue(mostBytes);
    }

    /** @param mostBytes may wait for a slow taker */
    public static SourceFeed open(Source source, FeedTaker taker, int mostBytes) {
        SourceFeed feed = new SourceFeed(source, taker, mostBytes);
        source.open(feed);
        return feed;
    }

    @Override
    public @Nullable StreamPart poll() {
        StreamPart part = queue.poll();
        if (part == null) {
            Optional.ofNullable(ending.getAndSet(null)).ifPresent(taker::ended);
        }
        return part;
    }

    @Override
    public void close() {
        queue.close();
        source.close();
    }

    @Override
    public void reached(StreamStep step) {
        // nobody watches the steps: the end says how far it came
    }

    @Override
    public void format(VideoFormat format) {
        writer.format(format)
                .ifPresentOrElse(
                        init -> {
                            readable = true;
                            begun = false;
                            wake(queue.format(init));
                        },
                        () -> readable = false);
    }

    @Override
    public void picture(AccessUnit unit) {
        if (readable && (begun || unit.key())) {
            begun = true;
            wake(queue.picture(writer.picture(unit)));
        }
    }

    private void wake(boolean needed) {
        if (needed) {
            taker.ready(this);
        }
    }

    @Override
    public void fault(MediaFault fault) {
        // counted by the source
    }

    @Override
    public void ended(MediaFault cause) {
        ending.set(cause.code());
        taker.ready(this);
    }
}
