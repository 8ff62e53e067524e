package org.gridsight.media.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.jspecify.annotations.Nullable;

/**
 * Runs one camera's source while somebody wants it, and is the only place that tries again. Sources are opened and closed
 * on the timer's threads and outside its lock.
 */
final class SourceSupervisor {

    /** A run that has shown pictures for so long is forgiven its end. */
    private static final Duration LASTED = Duration.ofSeconds(10);

    private static final Duration CHECK = Duration.ofMillis(500);
    private static final Runnable NOTHING = () -> {};

    private final StreamHub hub;
    private final HubContext context;
    private final BackOff backOff;
    private int viewers;
    private int holds;
    private int glances;
    // whether somebody who may come back has wanted this run
    private boolean lingers;
    private @Nullable SourceRun run;
    private @Nullable SourceRun last;
    // what the runs before the last one failed at, until one has come further
    private @Nullable Diagnosis failed;
    // whether the last run follows one that failed while somebody waited
    private boolean again;
    private boolean closed;
    private boolean startPlanned;
    private Runnable cancelStart = NOTHING;
    private Runnable cancelStop = NOTHING;

    SourceSupervisor(StreamHub hub, HubContext context, RandomGenerator random) {
        this.hub = hub;
        this.context = context;
        this.backOff = new BackOff(random);
    }

    /** Somebody came to look or went. The first one does not wait for a retry that is planned for later. */
    synchronized void viewers(int change) {
        boolean first = viewers == 0 && change > 0;
        viewers += change;
        if (first && run == null) {
            dropPlan();
        }
        adjust();
    }

    /** Wanted without a viewer: kept warm, or recorded. */
    synchronized void hold(int change) {
        holds += change;
        adjust();
    }

    /** Wanted for a moment: a run that nobody else has wanted ends with it, without lingering. */
    synchronized void glance(int change) {
        glances += change;
        adjust();
    }

    /** Other pictures are wanted from now on: what runs and what waits of it is dropped, what is wanted starts at once. */
    void renew() {
        SourceRun ending;
        synchronized (this) {
            ending = run;
            run = null;
            if (ending != null) {
                // before the cache is emptied: a picture of the old run must not get in behind that
                ending.mute();
            }
            last = null;
            failed = null;
            dropPlan();
            backOff.reset();
            hub.forget();
            adjust();
        }
        if (ending != null) {
            ending.close();
        }
    }

    /** Nothing is wanted any more, whoever still holds it. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        renew();
    }

    /** Told by the run, on the source's thread. */
    void ended(SourceRun which, MediaFault cause) {
        synchronized (this) {
            if (which != run) {
                return;
            }
            which.steps().failed(cause, context.timer().now());
            run = null;
            if (which.shownFor().compareTo(LASTED) >= 0) {
                backOff.reset();
            }
            hub.interrupted();
            if (wanted()) {
                again = true;
                plan(backOff.next(viewers > 0));
            }
        }
        // what the source still holds is freed on another thread: it may be waiting for this one
        context.timer().after(Duration.ZERO, () -> {
            which.close();
            hub.tell(which.steps().diagnosis());
        });
    }

    /** Why nobody gets pictures now; empty while they come, may still come for the first time, or nobody wants them. */
    synchronized Optional<Diagnosis> trouble() {
        Diagnosis known = again ? diagnosis() : ofLastRun();
        return wanted() && known.isFailure() ? Optional.of(known) : Optional.empty();
    }

    /** Of the last run; of one that failed before it until the last one has passed that step. */
    synchronized Diagnosis diagnosis() {
        Diagnosis now = ofLastRun();
        Diagnosis before = failed;
        return before == null || now.isFailure() || now.isBeyond(before) ? now : before;
    }

    private Diagnosis ofLastRun() {
        return last == null ? Diagnosis.none() : last.steps().diagnosis();
    }

    synchronized boolean running() {
        return run != null;
    }

    private boolean wanted() {
        return !closed && (viewers > 0 || holds > 0 || glances > 0);
    }

    private void adjust() {
        cancelStop.run();
        cancelStop = NOTHING;
        lingers |= viewers > 0 || holds > 0;
        if (wanted()) {
            if (run == null && !startPlanned) {
                again = false;
                plan(Duration.ZERO);
            }
        } else if (run != null) {
            Duration rest = lingers ? context.settings().linger() : Duration.ZERO;
            cancelStop = context.timer().after(rest, this::stop);
        } else {
            dropPlan();
            lingers = false;
        }
    }

    private void plan(Duration delay) {
        startPlanned = true;
        cancelStart = context.timer().after(context.pace().reserve(delay), this::start);
    }

    private void dropPlan() {
        cancelStart.run();
        cancelStart = NOTHING;
        startPlanned = false;
    }

    private void start() {
        SourceRun starting;
        synchronized (this) {
            if (!startPlanned || run != null || !wanted()) {
                return;
            }
            startPlanned = false;
            Diagnosis before = diagnosis();
            failed = before.isFailure() ? before : null;
            starting = new SourceRun(hub, context);
            run = starting;
            last = starting;
            hub.interrupted();
        }
        hub.countStart();
        context.timer().after(CHECK, () -> check(starting));
        Source source = context.sources().source(hub.cameraId());
        starting.open(source);
    }

    private void stop() {
        SourceRun stopping;
        synchronized (this) {
            if (wanted() || run == null) {
                return;
            }
            stopping = run;
            run = null;
            lingers = false;
            backOff.reset();
            hub.interrupted();
        }
        stopping.close();
    }

    private void check(SourceRun which) {
        synchronized (this) {
            if (which != run) {
                return;
            }
        }
        boolean known = which.isTroubled();
        MediaFault overdue = which.overdue();
        if (!known && which.isTroubled()) {
            hub.tell(which.steps().diagnosis());
        }
        if (overdue == null) {
            context.timer().after(CHECK, () -> check(which));
        } else {
            hub.count(overdue);
            ended(which, overdue);
        }
    }
}
