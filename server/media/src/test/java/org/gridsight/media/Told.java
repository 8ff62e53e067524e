package org.gridsight.media;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all that a source tells, in words. */
public class Told implements SourceEvents {

    public final List<String> words = new CopyOnWriteArrayList<>();
    public final List<AccessUnit> pictures = new CopyOnWriteArrayList<>();
    public final List<VideoFormat> formats = new CopyOnWriteArrayList<>();
    public final List<MediaFault> faults = new CopyOnWriteArrayList<>();
    public final List<Instant> clocks = new CopyOnWriteArrayList<>();
    public final List<MediaFault> ends = new CopyOnWriteArrayList<>();

    @Override
    public void reached(StreamStep step) {
        words.add("step " + step.word());
    }

    @Override
    public void format(VideoFormat format) {
        formats.add(format);
        words.add("format " + format.codec());
    }

    @Override
    public void picture(AccessUnit unit) {
        pictures.add(unit);
        words.add(unit.key() ? "key" : "picture");
    }

    @Override
    public void fault(MediaFault fault) {
        faults.add(fault);
        words.add("fault " + fault.code());
    }

    @Override
    public void deviceClock(Instant shown) {
        clocks.add(shown);
    }

    @Override
    public void ended(MediaFault cause) {
        ends.add(cause);
        words.add("ended " + cause.code());
    }
}
