package org.gridsight.media.ps;

import java.util.EnumSet;
import java.util.Set;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SourceEvents;
import org.jspecify.annotations.Nullable;

/**
 * Which signs of one device are believed: one that stood before the next picture, at the end of a key picture, once; one that
 * stood inside a picture, never again.
 */
final class EndSigns {

    private static final MediaFault WRONG_MARKER =
            new MediaFault("rtp-marker-wrong", "a picture went on behind its last packet");
    private static final MediaFault WRONG_TIME =
            new MediaFault("rtp-time-wrong", "the timestamp changed inside a picture");

    private final SourceEvents events;
    private final Set<EndSign> proven = EnumSet.noneOf(EndSign.class);
    private final Set<EndSign> wrong = EnumSet.noneOf(EndSign.class);
    private final Set<EndSign> open = EnumSet.noneOf(EndSign.class);
    private @Nullable EndSign used;

    EndSigns(SourceEvents events) {
        this.events = events;
    }

    /** Whether a picture may be ended by it at once. */
    boolean isProven(EndSign sign) {
        return proven.contains(sign);
    }

    boolean isWrong(EndSign sign) {
        return wrong.contains(sign);
    }

    /** It was given; what follows will show whether rightly. */
    void given(EndSign sign) {
        open.add(sign);
    }

    /** A picture was ended by it. */
    void use(EndSign sign) {
        used = sign;
    }

    /** The next picture began right behind the signs. */
    void right(boolean wasKey) {
        if (wasKey) {
            proven.addAll(open);
            proven.removeAll(wrong);
        }
        forget();
    }

    /** The picture went on behind the signs. */
    void wrong() {
        open.forEach(this::doubt);
        forget();
    }

    /** The end of a picture came alone: the sign by which the one before was ended stood inside it. */
    void cut() {
        EndSign last = used;
        if (last != null) {
            used = null;
            doubt(last);
        }
    }

    /** What follows has nothing to do with the signs given. */
    void forget() {
        open.clear();
        used = null;
    }

    private void doubt(EndSign sign) {
        proven.remove(sign);
        if (wrong.add(sign)) {
            events.fault(sign == EndSign.MARKER ? WRONG_MARKER : WRONG_TIME);
        }
    }
}
