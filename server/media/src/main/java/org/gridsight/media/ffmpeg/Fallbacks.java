package org.gridsight.media.ffmpeg;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridsight.media.ForwardedEvents;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.rtsp.RtspTarget;

/** Lets FFmpeg try where our own parsers fail: so many cameras at a time, and none again soon where it was in vain. */
public final class Fallbacks {

    private static final long IN_VAIN_NANOS = Duration.ofMinutes(5).toNanos();

    private final ChildSettings settings;
    private final Semaphore children;
    private final Map<String, Long> inVain = new ConcurrentHashMap<>();

    /** @param most children at a time */
    public Fallbacks(ChildSettings settings, int most) {
        this.settings = settings;
        this.children = new Semaphore(most);
    }

    /** Our own source first, FFmpeg in a child where that does not understand the camera. */
    public Source behind(Source own, String cameraId, RtspTarget target) {
        return new FallbackSource(own, () -> child(cameraId, target));
    }

    private Optional<Source> child(String cameraId, RtspTarget target) {
        Long since = inVain.get(cameraId);
        boolean tooSoon = since != null && System.nanoTime() - since < IN_VAIN_NANOS;
        if (tooSoon || !children.tryAcquire()) {
            return Optional.empty();
        }
        return Optional.of(new Counted(cameraId, new FfmpegRtspSource(target, settings)));
    }

    /** Gives its place back once, and remembers when it has shown nothing. */
    private final class Counted implements Source {

        private final String cameraId;
        private final Source child;
        private final AtomicBoolean held = new AtomicBoolean(true);

        Counted(String cameraId, Source child) {
            this.cameraId = cameraId;
            this.child = child;
        }

        @Override
        public void open(SourceEvents listener) {
            inVain.put(cameraId, System.nanoTime());
            child.open(new ForwardedEvents(listener) {
                @Override
                public void format(VideoFormat format) {
                    inVain.remove(cameraId);
                    super.format(format);
                }

                @Override
                public void ended(MediaFault cause) {
                    giveBack();
                    super.ended(cause);
                }
            });
        }

        @Override
        public void close() {
            child.close();
            giveBack();
        }

        private void giveBack() {
            if (held.compareAndSet(true, false)) {
                children.release();
            }
        }
    }
}
