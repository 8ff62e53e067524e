package org.gridsight.app.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gridsight.app.access.Standing;
import org.gridsight.app.live.StreamTables.State;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.socket.CloseStatus;

/**
 * One socket and its only writer. It takes turns on a shared pool: while nothing is on the wire it asks its
 * {@link Viewer} for the next frame and sends it without waiting. A socket that does not read holds one frame and no
 * thread.
 */
final class Connection {

    private static final int FRAMES_PER_TURN = 128;
    private static final int TICKS_PER_HEARTBEAT = 10;

    private static final Duration CLOSING = Duration.ofSeconds(1);

    /**
     * The hands all connections share: writers never wait, readers wait for the database, closers for the other end.
     *
     * @param stalledAfter a line that takes no frame for so long is let go
     */
    record Workshop(Executor writers, Executor readers, Executor closers, Duration stalledAfter) {}

    private final Standing standing;
    private final Line line;
    private final Sources sources;
    private final Executor writers;
    private final Executor readers;
    private final Executor closers;
    private final Duration stalledAfter;
    private final Queue<Consumer<Viewer>> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turns = new AtomicInteger();
    // set while turning, cleared by the outcome on any thread, which then asks for a turn
    private volatile boolean sending;
    private volatile long sendingSinceNanos;
    private volatile boolean reading;
    private volatile boolean ended;
    private volatile @Nullable CloseStatus closing;
    // touched by one turn at a time; the counter of turns hands it over safely
    private final Viewer viewer;
    // the clock thread alone
    private int ticks;

    Connection(Standing standing, Line line, Sources sources, Workshop workshop) {
        this.standing = standing;
        this.line = line;
        this.sources = sources;
        this.writers = workshop.writers();
        this.readers = workshop.readers();
        this.closers = workshop.closers();
        this.stalledAfter = workshop.stalledAfter();
        this.viewer = new Viewer(sources);
    }

    Standing standing() {
        return standing;
    }

    void subscribe(Subscription wanted, Optional<Position> resume) {
        if (resume.isEmpty()) {
            request(its -> its.begin(wanted));
        } else {
            // asks the database where the log ends, so not on a writer's time
            readers.execute(() -> {
                try {
                    Optional<State> state = sources.state();
                    request(its -> its.resume(wanted, resume.get(), state));
                } catch (DataAccessException failure) {
                    sources.readFailed(failure);
                    close(CloseStatus.SERVICE_RESTARTED);
                }
            });
        }
    }

    /** Something to be done by this connection's writer before it sends anything more. */
    void request(Consumer<Viewer> act) {
        requests.add(act);
        wake();
    }

    /** Twice a second: positions at most that often, a heartbeat every five seconds. */
    void tick() {
        dropWhenStalled();
        ticks++;
        boolean beat = ticks % TICKS_PER_HEARTBEAT == 0;
        request(its -> {
            its.positionsDue();
            if (beat) {
                its.heartbeatDue();
            }
        });
    }

    /** The container's own time limit does not end a line whose other end takes nothing. */
    private void dropWhenStalled() {
        CloseStatus status = closing;
        Duration limit = status == null ? stalledAfter : CLOSING;
        if (sending && !ended && System.nanoTime() - sendingSinceNanos > limit.toNanos()) {
            ended = true;
            closers.execute(() -> line.close(status == null ? CloseStatus.SESSION_NOT_RELIABLE : status));
        }
    }

    void close(CloseStatus status) {
        closing = status;
        wake();
    }

    /** The line is gone. */
    void end() {
        ended = true;
    }

    /** Something may have to be sent. While a turn is under way this costs nothing: it will look again. */
    void wake() {
        if (!ended && turns.getAndIncrement() == 0) {
            writers.execute(this::turn);
        }
    }

    private void turn() {
        int seen = turns.get();
        do {
            if (!sendAll()) {
                // fair to the others: queue up again
                writers.execute(this::turn);
                return;
            }
            seen = turns.addAndGet(-seen);
        } while (seen != 0);
    }

    /** Sends while the line takes it; false when there is more to do than one turn allows. */
    private boolean sendAll() {
        for (int i = 0; i < FRAMES_PER_TURN; i++) {
            for (Consumer<Viewer> next = requests.poll(); next != null; next = requests.poll()) {
                next.accept(viewer);
            }
            CloseStatus status = closing;
            if (sending || ended) {
                return true;
            }
            if (status != null) {
                ended = true;
                closers.execute(() -> line.close(status));
                return true;
            }
            Optional<String> frame = viewer.next();
            if (frame.isEmpty()) {
                viewer.pageDue().ifPresent(this::readPage);
                return true;
            }
            sendingSinceNanos = System.nanoTime();
            sending = true;
            line.send(frame.get(), this::sent);
        }
        return false;
    }

    private void sent(boolean ok) {
        sending = false;
        if (ok) {
            wake();
        } else {
            ended = true;
        }
    }

    private void readPage(Cursor asking) {
        if (reading) {
            return;
        }
        reading = true;
        long from = asking.offset();
        readers.execute(() -> {
            try {
                List<LogEntry> page = sources.page(from);
                reading = false;
                request(its -> its.accept(asking, from, page));
            } catch (DataAccessException failure) {
                // the next heartbeat tries again
                reading = false;
                sources.readFailed(failure);
            }
        });
    }
}
