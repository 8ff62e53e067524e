package org.gridsight.media;

import org.jspecify.annotations.Nullable;

/**
 * The last door of a source: nothing passes before the first key picture whose parameter sets are known, the format is told
 * before it and whenever it changes, and after a loss it waits for the next key picture.
 */
public final class PictureGate {

    /** The end of a picture came without its beginning; decoders would show grey, or half of another picture. */
    public static final MediaFault HALF =
            new MediaFault("half-picture", "a picture came without its first slice and is not shown");

    private final SourceEvents events;
    private @Nullable VideoFormat told;
    private boolean waiting = true;
    private boolean stepTold;
    private long dropped;

    public PictureGate(SourceEvents events) {
        this.events = events;
    }

    /** A whole picture, with the parameter sets known by now. */
    public void picture(AccessUnit unit, ParameterSets sets) {
        if (unit.key()) {
            @Nullable VideoFormat format = sets.format();
            if (format == null) {
                waiting = true;
                events.fault(new MediaFault("no-parameter-sets", "a key picture came before its parameter sets"));
            } else {
                waiting = false;
                begin(format);
            }
        }
        if (waiting) {
            dropped++;
        } else {
            events.picture(unit);
        }
    }

    /** Something is missing: what follows cannot be decoded until the next key picture. */
    public void lost(MediaFault why) {
        waiting = true;
        events.fault(why);
    }

    /** Something is odd, but no picture suffers. */
    public void noted(MediaFault what) {
        events.fault(what);
    }

    /** Whether pictures are being dropped until a key picture comes. */
    public boolean isWaiting() {
        return waiting;
    }

    /** Pictures that came and were not passed on. */
    public long droppedCount() {
        return dropped;
    }

    private void begin(VideoFormat format) {
        if (!format.equals(told)) {
            told = format;
            events.format(format);
        }
        if (!stepTold) {
            stepTold = true;
            events.reached(StreamStep.FIRST_KEYFRAME);
        }
    }
}
