package org.gridsight.app.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gridsight.app.live.StreamTables.Stamped;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one thread of a node that numbers committed changes and reads the numbered ones, its own and those of other nodes.
 * Woken by commits of this node, and polling because of the others. Starts before the web door opens.
 */
@Component
class Tailer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Tailer.class);
    private static final long POLL_MILLIS = 50;
    /** Changes that are committed close to one another are numbered in one transaction. */
    private static final long GATHER_MILLIS = 10;

    private static final long AFTER_FAILURE_MILLIS = 1_000;

    private final Stamping stamping;
    private final StreamTables tables;
    private final EntryReader reader;
    private final ObjectProvider<Connections> connections;
    private final LiveSettings settings;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    // written by start and by the tailer thread, read by all: one immutable head inside, replaced as a whole
    private volatile @Nullable RecentEntries recent;
    private volatile @Nullable Thread thread;

    Tailer(
            Stamping stamping,
            StreamTables tables,
            EntryReader reader,
            ObjectProvider<Connections> connections,
            LiveSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.stamping = stamping;
        this.tables = tables;
        this.reader = reader;
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("gridsight.live.tailer.lag", this, Tailer::lagSeconds)
                .baseUnit("seconds")
                .description("since the database last confirmed that all changes are numbered and read")
                .register(meters);
    }

    /** There is work; called after each commit that wrote changes. */
    void wake() {
        work.release();
    }

    RecentEntries recent() {
        RecentEntries current = recent;
        if (current == null) {
            throw new IllegalStateException("the live streams have not started");
        }
        return current;
    }

    @Override
    public void start() {
        try {
            stamping.beginIfNew();
        } catch (DuplicateKeyException another) {
            log.debug("another node has begun the epoch", another);
        }
        recent = startAt(tables.state().orElseThrow().position());
        Thread fresh = new Thread(this::run, "live-tailer");
        fresh.setDaemon(true);
        thread = fresh;
        fresh.start();
    }

    private RecentEntries startAt(Position position) {
        return new RecentEntries(
                new RecentEntries.Head(position, clock.instant()),
                settings.recent().toBytes());
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            // never interrupted: the embedded database closes itself when that meets it reading its file
            wake();
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server, which sits near the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        boolean failing = false;
        while (thread == Thread.currentThread()) {
            long pause = POLL_MILLIS;
            try {
                while (step()) {
                    // more is waiting
                }
                failing = false;
            } catch (DataAccessException | TransactionException failure) {
                if (!failing) {
                    log.warn("the live streams stand still until the database answers again", failure);
                }
                failing = true;
                pause = AFTER_FAILURE_MILLIS;
            } catch (RuntimeException bug) {
                log.error("the live streams met a bug and try again", bug);
                pause = AFTER_FAILURE_MILLIS;
            }
            try {
                if (work.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                }
                work.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Numbers and reads one portion; the answer says whether there is more. */
    private boolean step() {
        StreamTables.State state = tables.state().orElse(null);
        if (state == null || !state.epoch().equals(recent().head().position().epoch())) {
            begin();
            return true;
        }
        List<Stamped> own = state.outbox() ? stamping.stamp() : List.of();
        boolean more = own.size() == Stamping.PORTION;
        RecentEntries entries = recent();
        long known = entries.head().position().offset();
        if (!own.isEmpty() && own.get(0).offset() == known + 1) {
            own.forEach(stamped -> entries.append(reader.prepare(stamped)));
            connections.ifAvailable(Connections::wakeAll);
        } else if (state.outbox() || state.offset() > known) {
            List<LogEntry> fresh = reader.after(known, Stamping.PORTION);
            fresh.forEach(entries::append);
            more |= fresh.size() == Stamping.PORTION;
            connections.ifAvailable(Connections::wakeAll);
        }
        if (!more) {
            entries.confirm(clock.instant());
        }
        return more;
    }

    /** Somebody restored the database under us. */
    private void begin() {
        stamping.beginIfNew();
        recent = startAt(tables.state().orElseThrow().position());
        connections.ifAvailable(Connections::wakeAll);
    }

    private double lagSeconds() {
        RecentEntries current = recent;
        return current == null
                ? 0
                : Duration.between(current.head().confirmed(), clock.instant()).toMillis() / 1000.0;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void prune() {
        tables.prune(clock.instant().minus(settings.keep()));
    }
}
