package org.gridsight.media;

import java.time.Instant;
import java.util.Optional;

/** Whoever listens to a {@link Source}; must return quickly and never throw. */
public interface SourceEvents {

    /** The run has come so far. */
    void reached(StreamStep step);

    /** The parameter sets of the pictures that follow; told before the first one and whenever they change. */
    void format(VideoFormat format);

    void picture(AccessUnit unit);

    /** Something bad came and was passed over; counted, never fatal. */
    void fault(MediaFault fault);

    /** What the camera's own wall clock shows at this moment; never told by a camera that has none. */
    default void deviceClock(Instant shown) {
        // most listeners have no use for it
    }

    /** Who takes the sound; while there is nobody, a source leaves it unread. */
    default Optional<SoundTaker> sound() {
        return Optional.empty();
    }

    /** The run is over; nothing follows. */
    void ended(MediaFault cause);
}
