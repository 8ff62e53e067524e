package org.gridsight.media.ffmpeg;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.TestClip;
import org.jspecify.annotations.Nullable;

/** A camera that shows a clip again and again, 25 pictures a second. */
final class ClipSource implements Source {

    private static final long STEP = 3_600;

    private final TestClip clip;
    private final ScheduledExecutorService scheduler;
    private volatile @Nullable Future<?> running;
    private long sent;

    ClipSource(TestClip clip, ScheduledExecutorService scheduler) {
        this.clip = clip;
        this.scheduler = scheduler;
    }

    @Override
    public void open(SourceEvents events) {
        running = scheduler.scheduleAtFixedRate(() -> next(events), 0, 40, TimeUnit.MILLISECONDS);
    }

    private void next(SourceEvents events) {
        int length = clip.pictures().size();
        int index = (int) (sent % length);
        long round = sent / length;
        sent++;
        if (index == 0) {
            events.format(clip.format());
        }
        AccessUnit unit = clip.pictures().get(index);
        events.picture(
                new AccessUnit(unit.sample(), unit.time90k() + round * length * STEP, unit.key(), System.nanoTime()));
    }

    @Override
    public void close() {
        Future<?> open = running;
        if (open != null) {
            open.cancel(false);
        }
    }
}
