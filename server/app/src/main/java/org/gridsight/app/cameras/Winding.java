package org.gridsight.app.cameras;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.FragmentWriter;
import org.gridsight.media.fmp4.StreamPart;
import org.gridsight.media.gb28181.InviteSource;
import org.gridsight.media.gb28181.StreamRequest;
import org.jspecify.annotations.Nullable;

/**
 * One person's way through what a device has recorded: played, held, played faster, wound. A device that hangs up while it
 * is held, or was at its end, is called again from where the person is. Its lock is never held while a line is woken.
 */
final class Winding implements PictureFeed {

    private static final int MOST_BYTES = 16 << 20;
    private static final long TELL_NANOS = 500_000_000L;
    private static final Duration NEARLY = Duration.ofSeconds(3);

    /** How it stands. */
    enum State {
        OPENING,
        PLAYING,
        PAUSED,
        ENDED,
        FAILED
    }

    /**
     * What the person is told.
     *
     * @param at the moment of the recording
     * @param cause why it failed; null otherwise
     */
    record Told(
            State state, Instant at, double speed, @Nullable String cause) {}

    private final StreamRequest.Span span;
    private final Function<StreamRequest.Span, Source> recorder;
    private final Consumer<Told> teller;
    private final Runnable wake;
    private final FragmentWriter writer = new FragmentWriter();
    private final ArrayDeque<StreamPart> parts = new ArrayDeque<>();
    private final PlayHead head;
    private int bytes;
    private boolean keyAwaited = true;
    private boolean closed;
    private State state = State.OPENING;
    private @Nullable String cause;
    private @Nullable Run run;
    private long toldAtNanos;

    /**
     * @param recorder a source of the device's recording of a span, not opened yet
     * @param teller told of every change and now and then while it plays; must return quickly
     * @param wake told when there may be something to poll; must return quickly
     */
    Winding(
            StreamRequest.Span span,
            Function<StreamRequest.Span, Source> recorder,
            Consumer<Told> teller,
            Runnable wake) {
        this.span = span;
        this.recorder = recorder;
        this.teller = teller;
        this.wake = wake;
        this.head = new PlayHead(span.from());
    }

    void begin() {
        call(span.from());
    }

    void pause() {
        boolean held;
        synchronized (this) {
            held = !closed && (state == State.PLAYING || state == State.OPENING);
            if (held) {
                wound().ifPresent(InviteSource::pause);
                head.hold();
                state = State.PAUSED;
            }
        }
        tell(held);
    }

    /** Goes on; from the beginning when it has been played to its end. */
    void resume() {
        Instant from = null;
        boolean resumed = false;
        synchronized (this) {
            if (run == null) {
                from = state == State.ENDED ? span.from() : head.at();
            } else if (state == State.PAUSED) {
                wound().ifPresent(InviteSource::resume);
                keepSpeed();
                state = State.PLAYING;
                resumed = true;
            }
        }
        if (from != null) {
            call(from);
        }
        tell(resumed);
    }

    void setSpeed(double speed) {
        synchronized (this) {
            head.speed(speed);
            writer.interrupted();
            if (state != State.PAUSED) {
                wound().ifPresent(source -> source.setSpeed(speed));
            }
        }
        tell(true);
    }

    /** To a moment of the span; plays on from there. */
    void seek(Instant wanted) {
        Instant last = span.to().minusSeconds(1);
        Instant at = wanted.isBefore(span.from()) ? span.from() : wanted.isAfter(last) ? last : wanted;
        boolean anew;
        synchronized (this) {
            Run going = run;
            anew = going == null || at.isBefore(going.from);
            if (going != null && !anew) {
                drop();
                head.moveTo(at);
                writer.interrupted();
                wound().ifPresent(source -> source.seek(Duration.between(going.from, at)));
                keepSpeed();
                state = State.PLAYING;
            }
        }
        if (anew) {
            call(at);
        }
        tell(!anew);
    }

    private void keepSpeed() {
        if (head.speed() != 1) {
            wound().ifPresent(source -> source.setSpeed(head.speed()));
        }
    }

    private Optional<InviteSource> wound() {
        return run != null && run.source instanceof InviteSource device ? Optional.of(device) : Optional.empty();
    }

    /** Asks the device for what is left of the span from a moment on. */
    private void call(Instant at) {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        // spans are told in whole seconds, and never empty
        Instant last = span.to().minusSeconds(1);
        Instant from = at.isAfter(last) ? last : at;
        Run next = new Run(from, recorder.apply(new StreamRequest.Span(from, span.to())));
        Run before;
        synchronized (this) {
            if (closed) {
                return;
            }
            before = run;
            run = next;
            drop();
            head.moveTo(from);
            writer.interrupted();
            state = State.OPENING;
            cause = null;
        }
        tell(true);
        if (before != null) {
            before.source.close();
        }
        next.source.open(next);
        synchronized (this) {
            if (run == next) {
                keepSpeed();
            }
        }
    }

    private void drop() {
        parts.clear();
        bytes = 0;
        keyAwaited = true;
    }

    private void tell(boolean news) {
        if (!news) {
            return;
        }
        Told told;
        synchronized (this) {
            toldAtNanos = System.nanoTime();
            told = new Told(state, head.at(), head.speed(), cause);
        }
        teller.accept(told);
    }

    @Override
    public synchronized @Nullable StreamPart poll(Predicate<StreamPart> wanted) {
        StreamPart part = parts.peek();
        if (part == null || !wanted.test(part)) {
            return null;
        }
        parts.remove();
        bytes -= part.bytes().length;
        return part;
    }

    @Override
    public void close() {
        Run last;
        synchronized (this) {
            closed = true;
            last = run;
            run = null;
            drop();
        }
        if (last != null) {
            last.source.close();
        }
    }

    /** One call of the device; what comes of an earlier one counts no more. */
    private final class Run implements SourceEvents {

        private final Instant from;
        private final Source source;
        private boolean shown;

        Run(Instant from, Source source) {
            this.from = from;
            this.source = source;
        }

        @Override
        public void reached(StreamStep step) {
            // the end says how far it came
        }

        @Override
        public void format(VideoFormat format) {
            synchronized (Winding.this) {
                if (run == this) {
                    writer.format(format).ifPresent(init -> {
                        drop();
                        parts.add(init);
                        bytes += init.bytes().length;
                    });
                }
            }
            wake.run();
        }

        @Override
        public void picture(AccessUnit unit) {
            boolean news;
            synchronized (Winding.this) {
                if (run != this || keyAwaited && !unit.key()) {
                    return;
                }
                keyAwaited = false;
                shown = true;
                add(writer.picture(paced(unit)));
                head.picture(unit);
                news = state == State.OPENING || System.nanoTime() - toldAtNanos > TELL_NANOS;
                state = state == State.OPENING ? State.PLAYING : state;
            }
            wake.run();
            tell(news);
        }

        // a recording that is played faster is shown as it comes, whatever its own times say
        private AccessUnit paced(AccessUnit unit) {
            return head.speed() == 1
                    ? unit
                    : new AccessUnit(unit.sample(), unit.arrivedNanos() / 100_000 * 9, unit.key(), unit.arrivedNanos());
        }

        // a line that is too slow for the speed misses pictures up to the next key picture
        private void add(Fragment fragment) {
            if (bytes + fragment.bytes().length > MOST_BYTES) {
                parts.removeIf(Fragment.class::isInstance);
                bytes = parts.stream().mapToInt(part -> part.bytes().length).sum();
                if (!fragment.key()) {
                    keyAwaited = true;
                    return;
                }
            }
            parts.add(fragment);
            bytes += fragment.bytes().length;
        }

        @Override
        public void fault(MediaFault fault) {
            // counted by the source
        }

        @Override
        public void ended(MediaFault end) {
            synchronized (Winding.this) {
                if (run != this) {
                    return;
                }
                run = null;
                if (state != State.PAUSED) {
                    boolean nearly = !head.at().plus(NEARLY).isBefore(span.to());
                    boolean done = shown && (nearly || DeviceRecordings.saysTheEnd(end));
                    state = done ? State.ENDED : State.FAILED;
                    cause = done ? null : end.code();
                }
            }
            tell(true);
        }
    }
}
