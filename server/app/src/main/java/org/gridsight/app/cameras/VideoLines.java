package org.gridsight.app.cameras;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridsight.app.kernel.GentleStop;
import org.gridsight.app.kernel.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.socket.CloseStatus;

/** All open pictures of this node: puts on record who really watched, and ends those whose ticket or sign-in has fallen. */
@Component
class VideoLines implements VideoLine.Owner, DisposableBean {

    static final CloseStatus TICKET_ENDED = CloseStatus.POLICY_VIOLATION.withReason("the ticket has ended");
    /** The page opens it again at once and gets the other stream. */
    private static final CloseStatus MASKS_CHANGED = CloseStatus.SERVICE_RESTARTED.withReason("the masks have changed");

    /** The page shows stills instead and says why. */
    private static final CloseStatus NO_SUB_STREAM = new CloseStatus(4002, "no-sub-stream");

    private static final CloseStatus STILLS_ONLY = new CloseStatus(4001, "masked-stills");

    static final CloseStatus TOO_MANY = CloseStatus.POLICY_VIOLATION.withReason("too many open pictures");
    static final CloseStatus TOO_SLOW = CloseStatus.SESSION_NOT_RELIABLE.withReason("the line takes no pictures");
    static final CloseStatus UNSURE = CloseStatus.SERVER_ERROR.withReason("the ticket cannot be checked");
    private static final CloseStatus NO_RECORD = CloseStatus.SERVER_ERROR.withReason("the register cannot be written");

    private static final Logger log = LoggerFactory.getLogger(VideoLines.class);
    private static final long SWEEP_MILLIS = 400;
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** How long pictures go on while the database does not say whether their sign-ins still hold. */
    private static final long UNSURE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** What the register says of somebody who may also listen. */
    private static final Map<String, String> SOUND = Map.of("sound", "true");

    private static final int WRITERS = 2;
    private static final int SWEEPERS = 2;
    /** Each may wait a second for a line that takes nothing. */
    private static final int CLOSERS = 4;

    private final Map<VideoLine, Boolean> open = new ConcurrentHashMap<>();
    private final Set<VideoLine> onRecord = ConcurrentHashMap.newKeySet();
    private final Tickets tickets;
    private final Watchings watchings;
    private final CameraSettings settings;
    private final Clock clock;
    // written by the sweep that asks the database, read by the one that does not
    private volatile long sureNanos = System.nanoTime();
    private final ExecutorService writers =
            Executors.newFixedThreadPool(WRITERS, new CustomizableThreadFactory("camera-register-"));
    private final ScheduledExecutorService sweeper =
            Executors.newScheduledThreadPool(SWEEPERS, new CustomizableThreadFactory("camera-sweep-"));

    private final ExecutorService closers =
            Executors.newFixedThreadPool(CLOSERS, new CustomizableThreadFactory("camera-closing-"));

    VideoLines(Tickets tickets, Watchings watchings, CameraSettings settings, Clock clock, MeterRegistry meters) {
        this.tickets = tickets;
        this.watchings = watchings;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("gridsight.cameras.viewers", open, Map::size)
                .description("open pictures")
                .register(meters);
        sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        sweeper.scheduleWithFixedDelay(this::ask, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** False when there are too many already. */
    boolean add(VideoLine line) {
        String person = line.ticket().user().username();
        long own = open.keySet().stream()
                .filter(other -> other.ticket().user().username().equals(person))
                .count();
        if (open.size() >= settings.maxViewers() || own >= settings.maxViewersPerPerson()) {
            return false;
        }
        open.put(line, true);
        return true;
    }

    @Override
    public void firstPicture(VideoLine line, boolean sound) {
        later(() -> {
            if (!open.containsKey(line)) {
                // it has gone and has seen nothing of what was held back
                return;
            }
            if (onRecord.contains(line) ? soundCame(line) : began(line, sound)) {
                line.allow(sound);
            } else {
                end(line, NO_RECORD);
            }
        });
    }

    private boolean began(VideoLine line, boolean sound) {
        VideoLine.Watched watched = line.watched();
        Map<String, String> details = new HashMap<>(watched.details());
        details.putAll(sound ? SOUND : Map.of());
        if (!watchings.began(line.ticket(), line.id(), watched.what(), details)) {
            return false;
        }
        onRecord.add(line);
        // it may have gone while its begin was written
        if (!open.containsKey(line)) {
            recordEnd(line, "closed");
        }
        return true;
    }

    private boolean soundCame(VideoLine line) {
        Map<String, String> details = new HashMap<>(line.watched().details());
        details.putAll(SOUND);
        return watchings.wentOn(line.ticket(), line.id(), line.watched().what(), details);
    }

    @Override
    public void lost(VideoLine line) {
        later(() -> gone(line, "lost"));
    }

    /** The far end has closed, or the socket is no more. */
    void gone(VideoLine line, String cause) {
        line.leave();
        if (open.remove(line) != null) {
            later(() -> recordEnd(line, cause));
        }
    }

    private void recordEnd(VideoLine line, String cause) {
        if (onRecord.remove(line)) {
            watchings.ended(line.ticket(), line.id(), cause);
        }
    }

    /** Ends a recording that was asked for before masks came: nobody may see it without the right any more. */
    void masked(VideoLine line) {
        end(line, MASKS_CHANGED);
    }

    /** There was a ticket, but what it is for has changed meanwhile, or is more than this node can do. */
    void refuse(VideoLine line, Rejected refusal) {
        end(line, refusal.reason() instanceof CameraReason reason ? closing(reason) : TICKET_ENDED);
    }

    private static CloseStatus closing(CameraReason reason) {
        return switch (reason) {
            case MASKED_STILLS -> STILLS_ONLY;
            case NO_SUB_STREAM -> NO_SUB_STREAM;
            case MASKED -> MASKS_CHANGED;
            default -> TICKET_ENDED;
        };
    }

    private void end(VideoLine line, CloseStatus status) {
        endAll(Map.of(line, status));
    }

    /** All stop before the first closing frame is sent; that may have to wait for its line, so it is sent by others. */
    private void endAll(Map<VideoLine, CloseStatus> ending) {
        ending.forEach((line, status) -> gone(line, String.valueOf(status.getReason())));
        ending.forEach((line, status) -> {
            try {
                closers.execute(() -> line.close(status));
            } catch (RejectedExecutionException stopping) {
                line.close(status);
            }
        });
    }

    /** Masks that come or go while somebody looks end the pictures of whoever may not see behind them. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(CameraChanged change) {
        if (change.masksOrUnmasks()) {
            Map<VideoLine, CloseStatus> ending = new HashMap<>();
            for (VideoLine line : open.keySet()) {
                StreamTicket ticket = line.ticket();
                if (ticket.camera().cameraId().equals(change.cameraId()) && !ticket.mayUnmask()) {
                    ending.put(line, MASKS_CHANGED);
                }
            }
            endAll(ending);
        }
    }

    private void later(Runnable work) {
        try {
            writers.execute(work);
        } catch (RejectedExecutionException ending) {
            log.debug("the server is ending", ending);
        }
    }

    /** What is known in memory ends pictures in time, whatever the database does. */
    private void sweep() {
        try {
            long nanos = System.nanoTime();
            Instant now = clock.instant();
            boolean unsure = nanos - sureNanos > UNSURE_NANOS;
            Map<VideoLine, CloseStatus> ending = new HashMap<>();
            for (VideoLine line : open.keySet()) {
                if (line.ticket().hasExpired(now)) {
                    ending.put(line, TICKET_ENDED);
                } else if (unsure) {
                    ending.put(line, UNSURE);
                } else if (line.stalledNanos(nanos) > STALLED_NANOS) {
                    ending.put(line, TOO_SLOW);
                }
            }
            endAll(ending);
        } catch (RuntimeException failure) {
            log.error("open pictures could not be swept", failure);
        }
    }

    /** Asks the database which tickets and sign-ins still hold; it may keep us waiting. */
    private void ask() {
        try {
            List<VideoLine> lines = List.copyOf(open.keySet());
            Set<StreamTicket> good = new HashSet<>(
                    tickets.stillGood(lines.stream().map(VideoLine::ticket).toList()));
            sureNanos = System.nanoTime();
            Map<VideoLine, CloseStatus> ending = new HashMap<>();
            lines.stream()
                    .filter(line -> !good.contains(line.ticket()))
                    .forEach(line -> ending.put(line, TICKET_ENDED));
            endAll(ending);
        } catch (RuntimeException failure) {
            log.warn("open pictures could not be held against their tickets", failure);
        }
    }

    @Override
    public void destroy() {
        GentleStop.dropping(sweeper);
        List.copyOf(open.keySet()).forEach(line -> end(line, CloseStatus.GOING_AWAY));
        if (!GentleStop.finishing(closers, writers)) {
            log.warn("not every end of watching is in the register");
        }
    }
}
