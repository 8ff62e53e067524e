package org.gridsight.media;

import java.time.Instant;
import java.util.Optional;

/** Hands on all that a source tells; who stands between overrides what matters to him. */
public abstract class ForwardedEvents implements SourceEvents {

    private final SourceEvents target;

    protected ForwardedEvents(SourceEvents target) {
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
