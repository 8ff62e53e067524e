package org.gridsight.media.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.SoundTaker;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;
import org.jspecify.annotations.Nullable;

/** One run of a source: hands on what it tells until it is closed, and knows how long it has been silent. */
final class SourceRun implements SourceEvents {

    /** Silence of this length is told as a failure, within the 8 s a person may wait for an explanation. */
    static final Duration SILENCE = Duration.ofMillis(6_500);

    /** Packets of which none can be shown: so long the camera is given to send a key picture. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StreamHub hub;
    private final HubTimer timer;
    private final Optional<SoundTaker> sound;
    private final StreamSteps steps = new StreamSteps();
    private final long begunNanos;
    // written by the source's threads one after the other, read by the timer
    private volatile long lastSignNanos;
    private volatile long shownSinceNanos;
    private volatile boolean shown;
    private volatile long lastPictureNanos;
    private volatile boolean troubled;
    private volatile boolean closed;
    private volatile @Nullable Source source;

    SourceRun(StreamHub hub, HubContext context) {
        this.hub = hub;
        this.timer = context.timer();
        this.sound = context.settings().sound() ? Optional.of(new Sound()) : Optional.empty();
        this.begunNanos = timer.nanos();
        this.lastSignNanos = begunNanos;
    }

    /** Outside of any lock: a source may tell its first step, even its end, before it answers. */
    void open(Source opened) {
        source = opened;
        opened.open(this);
        if (closed) {
            opened.close();
        }
    }

    /** Nothing it tells counts from now on; its source is closed later. */
    void mute() {
        closed = true;
    }

    /** Whether what it tells no longer counts; asked again under the hub's lock. */
    boolean isMute() {
        return closed;
    }

    /** Outside of any lock: a source may wait for its own thread, which may be telling us something. */
    void close() {
        mute();
        Source open = source;
        if (open != null) {
            open.close();
        }
    }

    StreamSteps steps() {
        return steps;
    }

    /** How long pictures have been shown in this run. */
    Duration shownFor() {
        return shown ? Duration.ofNanos(timer.nanos() - shownSinceNanos) : Duration.ZERO;
    }

    /** Whether it takes too long, and has not gone on since. */
    boolean isTroubled() {
        return troubled;
    }

    /** Notes in the step log when it takes too long; answers why the run should be given up, or null. */
    @Nullable
    MediaFault overdue() {
        long now = timer.nanos();
        boolean quiet = now - lastSignNanos >= SILENCE.toNanos();
        long waited = now - (shown ? lastPictureNanos : begunNanos);
        if (waited < SILENCE.toNanos()) {
            return null;
        }
        MediaFault why = steps.lastFault().orElseGet(this::silence);
        steps.failed(why, timer.now());
        troubled = true;
        boolean packets = shown || steps.has(StreamStep.FIRST_PACKET);
        // a source that waits for a key picture says nothing; only one that has shown pictures must keep telling
        boolean hopeless = waited >= PATIENCE.toNanos() || quiet && (shown || !packets);
        return hopeless ? why : null;
    }

    private MediaFault silence() {
        if (shown) {
            return new MediaFault("silence", "pictures stopped coming");
        }
        return steps.has(StreamStep.FIRST_PACKET)
                ? new MediaFault("no-keyframe", "packets come, but no key picture to begin with")
                : new MediaFault("no-packet", "no media packet came");
    }

    @Override
    public void reached(StreamStep step) {
        if (!closed) {
            lastSignNanos = timer.nanos();
            steps.reached(step, timer.now());
        }
    }

    @Override
    public void format(VideoFormat format) {
        if (!closed && !hub.format(this, format)) {
            fault(new MediaFault("format-unreadable", "the parameter sets cannot be read"));
        }
    }

    @Override
    public void picture(AccessUnit unit) {
        if (closed) {
            return;
        }
        long now = timer.nanos();
        lastSignNanos = now;
        mark(StreamStep.FIRST_PACKET);
        if (unit.key()) {
            mark(StreamStep.FIRST_KEYFRAME);
        }
        if (hub.picture(this, unit)) {
            lastPictureNanos = now;
            if (!shown) {
                mark(StreamStep.FIRST_FRAGMENT);
                shownSinceNanos = now;
                shown = true;
            }
            if (troubled) {
                troubled = false;
                steps.recovered();
            }
        }
    }

    @Override
    public void fault(MediaFault fault) {
        if (!closed) {
            lastSignNanos = timer.nanos();
            steps.fault(fault);
            hub.count(fault);
        }
    }

    @Override
    public void deviceClock(Instant shown) {
        if (!closed) {
            hub.deviceClock(new DeviceClock(shown, timer.now()));
        }
    }

    @Override
    public void ended(MediaFault cause) {
        if (!closed) {
            hub.count(cause);
            hub.supervisor().ended(this, cause);
        }
    }

    private void mark(StreamStep step) {
        if (!shown && !steps.has(step)) {
            steps.reached(step, timer.now());
        }
    }

    @Override
    public Optional<SoundTaker> sound() {
        return sound;
    }

    /** Sound is no sign of life: a camera may go on talking and show nothing. */
    private final class Sound implements SoundTaker {

        @Override
        public void format(SoundFormat format) {
            if (!closed) {
                hub.sound(SourceRun.this, format);
            }
        }

        @Override
        public void frames(List<byte[]> frames, long arrivedNanos) {
            if (!closed) {
                hub.sound(SourceRun.this, frames, arrivedNanos);
            }
        }
    }
}
