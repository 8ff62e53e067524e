package org.gridsight.app.hotspots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.GentleStop;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.spatial.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The studies of all persons: a few at a time on threads of their own, no more than cores, each result for its owner and
 * for a while; beside them one thread for the map of today. Nothing here outlives the process; asking again gives the
 * same result.
 */
@Component
class Analyses {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Questions questions;
    private final HotspotSettings settings;
    private final Clock clock;
    private final ZoneId zone;
    private final ThreadPoolExecutor workers;
    private final ThreadPoolExecutor helpers;
    private final ThreadPoolExecutor clockwork;
    private final Cache<String, Analysis> kept;
    private final Set<Run> own = ConcurrentHashMap.newKeySet();

    Analyses(
            Questions questions,
            HotspotSettings settings,
            Clock clock,
            @Value("${gridsight.incidents.zone}") ZoneId zone) {
        this.questions = questions;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
        int all = settings.allThreads();
        int first = Math.max(1, all / 2);
        this.workers = new ThreadPoolExecutor(
                first, first, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(settings.waiting()), Analyses::thread);
        workers.allowCoreThreadTimeOut(true);
        // a helper that finds no thread is simply not there: the worker does the rest alone
        this.helpers = new ThreadPoolExecutor(
                0, Math.max(1, all - first), 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Analyses::thread);
        this.clockwork = new ThreadPoolExecutor(0, 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Analyses::thread);
        this.kept = Caffeine.newBuilder()
                .maximumSize(settings.kept())
                .expireAfterAccess(settings.keptFor())
                .<String, Analysis>removalListener((id, analysis, cause) -> forget(analysis, cause))
                .build();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hotspots-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        // reports and the map go first
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    private static void forget(@Nullable Analysis analysis, RemovalCause cause) {
        if (analysis != null && cause != RemovalCause.REPLACED) {
            analysis.cancel();
        }
    }

    /** Checks a body against the present place. */
    AnalysisOrder check(JsonNode body) {
        return AnalysisOrder.parse(
                body, questions.terrain().extentMetres(), LocalDate.ofInstant(clock.instant(), zone), zone);
    }

    /** @throws Rejected when the person has enough running already */
    void requireRoom(CurrentUser user) {
        long running = running().stream()
                .filter(analysis -> analysis.owner().equals(user.username()))
                .count();
        if (running >= settings.perPerson()) {
            throw new Rejected(HotspotReason.TOO_MANY_RUNNING, running);
        }
        if (workers.getQueue().remainingCapacity() == 0) {
            throw new Rejected(HotspotReason.BUSY);
        }
    }

    /** The study of this id, begun now unless it is there already; waits a moment, so that a short one is done. */
    Analysis begin(String id, AnalysisOrder order, CurrentUser user) {
        Analysis analysis = kept.get(
                id,
                fresh -> start(
                        fresh,
                        user.username(),
                        run -> order.study()
                                .map(
                                        questions.of(
                                                order.filter(),
                                                order.parameters(),
                                                user.scope(),
                                                Optional.empty(),
                                                run),
                                        run)));
        analysis.await(settings.answerWithin().toMillis());
        return analysis;
    }

    /** A map somebody waits for, on the threads of the studies. */
    <T> CompletableFuture<T> work(Function<Run, T> work) {
        return work(work, Run.on(helpers, settings.allThreads(), share -> {}), workers);
    }

    /** The clockwork of the room: one thread of its own, so that nobody's study waits for it. */
    <T> CompletableFuture<T> aside(Function<Run, T> work) {
        return work(work, Run.alone(), clockwork);
    }

    private <T> CompletableFuture<T> work(Function<Run, T> work, Run run, Executor threads) {
        own.add(run);
        try {
            return CompletableFuture.supplyAsync(() -> work.apply(run), threads)
                    .whenComplete((done, fault) -> own.remove(run));
        } catch (RejectedExecutionException full) {
            own.remove(run);
            throw new Rejected(HotspotReason.BUSY);
        }
    }

    private Analysis start(String id, String owner, Function<Run, HotspotMap> work) {
        Analysis analysis = new Analysis(id, owner, helpers, settings.allThreads(), work);
        try {
            workers.execute(analysis);
        } catch (RejectedExecutionException full) {
            throw new Rejected(HotspotReason.BUSY);
        }
        return analysis;
    }

    /** Only its owner's. */
    Analysis get(String id, CurrentUser user) {
        return Optional.ofNullable(kept.getIfPresent(id))
                .filter(analysis -> analysis.owner().equals(user.username()))
                .orElseThrow(() -> new Rejected(HotspotReason.NOT_FOUND, id));
    }

    /** Not over yet. */
    List<Analysis> running() {
        return kept.asMap().values().stream()
                .filter(analysis -> analysis.status() == Analysis.Status.RUNNING)
                .toList();
    }

    /** Threads at work now. */
    int atWork() {
        return workers.getActiveCount() + helpers.getActiveCount();
    }

    @PreDestroy
    void close() {
        kept.asMap().values().forEach(Analysis::cancel);
        own.forEach(Run::cancel);
        GentleStop.dropping(workers, helpers, clockwork);
    }
}
