package org.gridsight.media.gb28181;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The one thread in which a side of SIP works. A task that throws is a bug of ours: counted and logged, the others go on. */
final class SipThread implements AutoCloseable {

    private static final System.Logger log = System.getLogger(SipThread.class.getName());
    /** Messages that may wait; a storm beyond that is dropped and the other side sends again. */
    private static final int MAX_WAITING = 20_000;

    private final Faults faults;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicLong bugs = new AtomicLong();

    SipThread(String name, Faults faults) {
        this.faults = faults;
        thread = new ScheduledThreadPoolExecutor(1, task -> daemon(task, name));
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    static Thread daemon(Runnable task, String name) {
        Thread made = new Thread(task, name);
        made.setDaemon(true);
        return made;
    }

    /** Like {@link #run}, for what comes from outside: dropped when too much of it waits. Our own work and timers do not count. */
    void hear(Runnable task) {
        if (heard.incrementAndGet() > MAX_WAITING) {
            heard.decrementAndGet();
            faults.count("sip-overload");
            return;
        }
        run(() -> {
            heard.decrementAndGet();
            task.run();
        });
    }

    void run(Runnable task) {
        try {
            thread.execute(guarded(task));
        } catch (RejectedExecutionException closing) {
            faults.count("sip-after-close");
        }
    }

    void after(Duration delay, Runnable task) {
        try {
            thread.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            faults.count("sip-after-close");
        }
    }

    void every(Duration period, Runnable task) {
        thread.scheduleWithFixedDelay(guarded(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                faults.count("sip-bug");
                // seldom enough for a storm of them
                if (Long.bitCount(bugs.incrementAndGet()) == 1) {
                    log.log(Level.ERROR, "a task of SIP failed; the others go on", e);
                }
            }
        };
    }

    @Override
    public void close() {
        close(thread);
    }

    /** Waits for what has been begun; never interrupts it, because who listens may be in a database that this would close. */
    static void close(ThreadPoolExecutor threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.getQueue().clear();
                threads.awaitTermination(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            threads.getQueue().clear();
            Thread.currentThread().interrupt();
        }
    }
}
