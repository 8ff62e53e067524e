package org.gridsight.media.ffmpeg;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SoundTaker;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;

/** Hands on all that a source tells; who stands between overrides what matters to him. */
abstract class Forward implements SourceEvents {

    private final SourceEvents target;

    Forward(SourceEvents target) {
        this.target = target;
    }

    @Override
    public void reached(StreamStep step) {
        target.reached(step);
    }

    @Override
    public void format(VideoFormat format) {
        target.format(format);
    }

    @Override
    public void picture(AccessUnit unit) {
        target.picture(unit);
    }

    @Override
    public void fault(MediaFault fault) {
        target.fault(fault);
    }

    @Override
    public void deviceClock(Instant shown) {
        target.deviceClock(shown);
    }

    @Override
    public Optional<SoundTaker> sound() {
        return target.sound();
    }

    @Override
    public void ended(MediaFault cause) {
        target.ended(cause);
    }
}
