package org.gridsight.app.kernel;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends threads that may be at work in the database. They are never interrupted: the embedded database closes its file when
 * that meets a thread that reads or writes it, and with it goes whatever else had to be written at the end.
 */
public final class GentleStop {

    private static final long PATIENCE_SECONDS = 10;

    private GentleStop() {}

    /**
     * What has begun goes on to its end, what waits is dropped; pools of {@code Executors.newSingle...} hide what waits and are
     * refused. False when something took too long: it is left alone.
     */
    public static boolean dropping(ExecutorService... threads) {
        for (ExecutorService each : threads) {
            if (!(each instanceof ThreadPoolExecutor pool)) {
                throw new IllegalArgumentException("the pool must show what waits in it, was " + each.getClass());
            }
            if (pool instanceof ScheduledThreadPoolExecutor timer) {
                timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            }
            pool.shutdown();
            pool.getQueue().clear();
        }
        return isOver(threads);
    }

    /** What waits is done too. */
    public static boolean finishing(ExecutorService... threads) {
        List.of(threads).forEach(ExecutorService::shutdown);
        return isOver(threads);
    }

    private static boolean isOver(ExecutorService... threads) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        boolean over = true;
        try {
            for (ExecutorService pool : threads) {
                over &= pool.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return over;
    }
}
