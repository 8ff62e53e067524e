package org.gridsight.media.gb28181;

import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SoundTaker;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;

/** Passes everything on but the end. */
abstract class Forwarding implements SourceEvents {

    private final SourceEvents next;

    Forwarding(SourceEvents next) {
        this.next = next;
    }

    @Override
    public void reached(StreamStep step) {
        next.reached(step);
    }

    @Override
    public void format(VideoFormat format) {
        next.format(format);
    }

    @Override
    public void picture(AccessUnit unit) {
        next.picture(unit);
    }

    @Override
    public void fault(MediaFault fault) {
        next.fault(fault);
    }

    @Override
    public Optional<SoundTaker> sound() {
        return next.sound();
    }
}
