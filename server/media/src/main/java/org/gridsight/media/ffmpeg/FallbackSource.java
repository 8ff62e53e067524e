package org.gridsight.media.ffmpeg;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.ForwardedEvents;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.jspecify.annotations.Nullable;

/**
 * Tries our own parsers first; where they do not understand what comes, and have shown nothing yet, FFmpeg tries once within
 * the same run. A camera that is away, refuses us or sends us elsewhere is none of these cases: a network that comes back
 * must not start a child for each.
 */
final class FallbackSource implements Source {

    private static final Set<String> NOT_UNDERSTOOD =
            Set.of("rtsp-rubbish", "rtsp-refused", "rtsp-transport", "rtsp-server-error", "sdp-empty", "sdp-no-video");

    private final Source own;
    private final Supplier<Optional<Source>> other;
    private @Nullable Source running;
    private boolean closed;

    /** @param other asked at most once; empty when FFmpeg should not try */
    FallbackSource(Source own, Supplier<Optional<Source>> other) {
        this.own = own;
        this.other = other;
    }

    @Override
    public void open(SourceEvents events) {
        start(own, new Watched(events));
    }

    private void start(Source next, SourceEvents events) {
        boolean tooLate;
        synchronized (this) {
            tooLate = closed;
            running = tooLate ? null : next;
        }
        if (tooLate) {
            // what it holds already, such as its place among the children, is given back
            next.close();
        } else {
            next.open(events);
        }
    }

    @Override
    public void close() {
        Source open;
        synchronized (this) {
            closed = true;
            open = running;
        }
        if (open != null) {
            open.close();
        }
    }

    /** What the first source tells; its end may be the beginning of the second. */
    private final class Watched extends ForwardedEvents {

        private final SourceEvents events;
        private boolean shown;

        Watched(SourceEvents events) {
            super(events);
            this.events = events;
        }

        @Override
        public void picture(AccessUnit unit) {
            shown = true;
            super.picture(unit);
        }

        @Override
        public void ended(MediaFault cause) {
            boolean lost = shown || !NOT_UNDERSTOOD.contains(cause.code());
            Optional<Source> next = lost ? Optional.empty() : other.get();
            if (next.isEmpty()) {
                super.ended(cause);
                return;
            }
            fault(cause);
            fault(new MediaFault("ffmpeg-fallback", "not understood (" + cause.code() + "): FFmpeg tries"));
            own.close();
            start(next.get(), events);
        }
    }
}
