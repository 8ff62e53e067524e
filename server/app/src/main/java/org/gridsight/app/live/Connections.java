package org.gridsight.app.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gridsight.app.access.Standing;
import org.gridsight.app.access.Standings;
import org.gridsight.app.kernel.GentleStop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/** All open sockets of this node: wakes them, gives them the beat, and ends those whose sign-in has fallen. */
@Component
class Connections implements DisposableBean {

    static final CloseStatus SIGNED_OUT = CloseStatus.POLICY_VIOLATION.withReason("signed out");

    private static final Logger log = LoggerFactory.getLogger(Connections.class);
    private static final int WRITERS = 2;
    private static final int READERS = 2;
    private static final int CLOSERS = 2;
    private static final long TICK_MILLIS = 500;
    private static final long SWEEP_MILLIS = 700;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Sources sources;
    private final Standings standings;
    private final LiveSettings settings;
    private final Connection.Workshop workshop;
    private final ExecutorService writers = pool("live-writer-", WRITERS);
    private final ExecutorService readers = pool("live-reader-", READERS);
    private final ExecutorService closers = pool("live-closer-", CLOSERS);
    private final ScheduledExecutorService clockwork =
            Executors.newScheduledThreadPool(2, new CustomizableThreadFactory("live-clock-"));

    Connections(Sources sources, Standings standings, LiveSettings settings, MeterRegistry meters) {
        this.sources = sources;
        this.standings = standings;
        this.settings = settings;
        this.workshop = new Connection.Workshop(writers, readers, closers, settings.stalledAfter());
        Gauge.builder("gridsight.live.sockets", open, Set::size)
                .description("open sockets")
                .register(meters);
        clockwork.scheduleWithFixedDelay(
                () -> open.forEach(Connection::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        clockwork.scheduleWithFixedDelay(this::endFallen, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static ExecutorService pool(String name, int threads) {
        CustomizableThreadFactory factory = new CustomizableThreadFactory(name);
        factory.setDaemon(true);
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(threads, factory);
        // only after shutdown, when there is nobody left to write to
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return pool;
    }

    Connection open(Standing standing, Line line) {
        Connection connection = new Connection(standing, line, sources, workshop);
        open.add(connection);
        if (open.size() > settings.maxSockets()
                || countOf(standing.user().username()) > settings.maxSocketsPerPerson()) {
            connection.close(CloseStatus.SERVICE_OVERLOAD);
        }
        return connection;
    }

    private long countOf(String username) {
        return open.stream()
                .filter(connection -> connection.standing().user().username().equals(username))
                .count();
    }

    void ended(Connection connection) {
        connection.end();
        open.remove(connection);
    }

    void wakeAll() {
        open.forEach(Connection::wake);
    }

    private void endFallen() {
        try {
            Set<Standing> fallen = standings.fallen(
                    new HashSet<>(open.stream().map(Connection::standing).toList()));
            open.stream()
                    .filter(connection -> fallen.contains(connection.standing()))
                    .forEach(connection -> connection.close(SIGNED_OUT));
        } catch (RuntimeException failure) {
            log.warn("the sign-ins of open sockets could not be checked", failure);
        }
    }

    @Override
    public void destroy() {
        GentleStop.dropping(clockwork);
        writers.shutdown();
        readers.shutdown();
        closers.shutdown();
    }
}
