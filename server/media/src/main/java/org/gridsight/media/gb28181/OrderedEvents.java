package org.gridsight.media.gb28181;

import java.util.List;
import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.SoundTaker;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;

/**
 * Two threads, that of the station and that of the sockets, tell one listener: here one after the other, steps in their order,
 * and nothing after the end. A device whose first packet overtakes its answer has answered.
 */
final class OrderedEvents implements SourceEvents {

    private final SourceEvents target;
    private int nextStep;
    private boolean over;

    OrderedEvents(SourceEvents target) {
        this.target = target;
    }

    @Override
    public synchronized void reached(StreamStep step) {
        while (!over && nextStep <= step.ordinal()) {
            target.reached(StreamStep.values()[nextStep++]);
        }
    }

    @Override
    public synchronized void format(VideoFormat format) {
        if (!over) {
            target.format(format);
        }
    }

    @Override
    public synchronized void picture(AccessUnit unit) {
        if (!over) {
            target.picture(unit);
        }
    }

    @Override
    public synchronized void fault(MediaFault fault) {
        if (!over) {
            target.fault(fault);
        }
    }

    @Override
    public Optional<SoundTaker> sound() {
        return target.sound().map(OrderedSound::new);
    }

    @Override
    public synchronized void ended(MediaFault cause) {
        if (!over) {
            over = true;
            target.ended(cause);
        }
    }

    /** Whether the step has been told. */
    synchronized boolean hasReached(StreamStep step) {
        return nextStep > step.ordinal();
    }

    /** Nothing is told from now on. */
    synchronized void silence() {
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Sound, in order with everything else. */
    private final class OrderedSound implements SoundTaker {

        private final SoundTaker taker;

        OrderedSound(SoundTaker taker) {
            this.taker = taker;
        }

        @Override
        public void format(SoundFormat format) {
            synchronized (OrderedEvents.this) {
                if (!over) {
                    taker.format(format);
                }
            }
        }

        @Override
        public void frames(List<byte[]> frames, long arrivedNanos) {
            synchronized (OrderedEvents.this) {
                if (!over) {
                    taker.frames(frames, arrivedNanos);
                }
            }
        }
    }
}
