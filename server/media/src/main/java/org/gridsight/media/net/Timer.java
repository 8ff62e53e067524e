package org.gridsight.media.net;

import org.jspecify.annotations.Nullable;

/** A task that its loop runs once, later, unless cancelled before. */
public final class Timer implements Comparable<Timer> {

    private final long dueNanos;
    // set to null by any thread that cancels; read by the loop
    private volatile @Nullable Runnable task;

    Timer(long dueNanos, Runnable task) {
        this.dueNanos = dueNanos;
        this.task = task;
    }

    /** May be called from any thread, also when it has run already. */
    public void cancel() {
        task = null;
    }

    boolean isDue(long nowNanos) {
        return dueNanos - nowNanos <= 0;
    }

    long nanosLeft(long nowNanos) {
        return dueNanos - nowNanos;
    }

    boolean isCancelled() {
        return task == null;
    }

    void run() {
        Runnable due = task;
        task = null;
        if (due != null) {
            due.run();
        }
    }

    /** By due time; {@link System#nanoTime()} may wrap, so only the difference counts. */
    @Override
    public int compareTo(Timer other) {
        return Long.signum(dueNanos - other.dueNanos);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
