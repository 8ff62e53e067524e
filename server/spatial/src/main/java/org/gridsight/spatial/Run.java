package org.gridsight.spatial;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;

/**
 * One run of an algorithm: the threads it may use, how far it is, and whether somebody called it off. The calling
 * thread always works itself, so a run ends even when the executor is busy. Results never depend on the number of
 * threads.
 */
public final class Run {

    /** A piece of work on the indexes {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    public interface Piece {
        void on(int from, int to);
    }

    private final Executor executor;
    private final int threads;
    private final DoubleConsumer progress;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    private Run(Executor executor, int threads, DoubleConsumer progress) {
        this.executor = executor;
        this.threads = threads;
        this.progress = progress;
    }

    /** On the calling thread alone. */
    public static Run alone() {
        return new Run(Runnable::run, 1, share -> {});
    }

    /**
     * On the calling thread and up to {@code threads - 1} of the executor.
     *
     * @param progress hears the share that is done, 0..1, never falling; called from the calling thread
     */
    public static Run on(Executor executor, int threads, DoubleConsumer progress) {
        if (threads < 1) {
            throw new UnusableInput("threads is " + threads + ", it must be at least 1");
        }
        return new Run(executor, threads, progress);
    }

    public int threads() {
        return threads;
    }

    /** Calls the run off: its next {@link #check()} ends it. May be called from any thread. */
    public void cancel() {
        cancelled.set(true);
    }

    /**
     * To be asked at least every few milliseconds of work.
     *
     * @throws CancellationException when the run was called off
     */
    public void check() {
        if (cancelled.get()) {
            throw new CancellationException("the run was called off");
        }
    }

    /** Says how much of the whole run is done, 0..1. */
    public void report(double share) {
        progress.accept(share);
    }

    /**
     * Does {@code 0..count} in pieces of at most {@code grain} on all threads and returns when all is done. Pieces are
     * handed out in order; which thread gets which is open. {@link #check()} is asked before each piece.
     */
    public void each(int count, int grain, Piece piece) {
        if (threads == 1 || count <= grain) {
            for (int from = 0; from < count; from = next(from, grain, count)) {
                check();
                piece.on(from, next(from, grain, count));
            }
            return;
        }
        new Shared(count, grain, piece).work();
    }

    private static int next(int from, int grain, int count) {
        return from > count - grain ? count : from + grain;
    }

    /** Pieces that several threads take from one counter. */
    private final class Shared {

        private final int count;
        private final int grain;
        private final Piece piece;
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicReference<Throwable> fault = new AtomicReference<>();
        private final Object gate = new Object();
        private int inside;
        private boolean closed;

        Shared(int count, int grain, Piece piece) {
            this.count = count;
            this.grain = grain;
            this.piece = piece;
        }

        void work() {
            int pieces = (int) (((long) count + grain - 1) / grain);
            try {
                for (int helper = 1; helper < Math.min(threads, pieces); helper++) {
                    executor.execute(this::help);
                }
            } catch (RejectedExecutionException full) {
                // the caller does the rest alone
            }
            take(pieces);
            close();
            rethrow();
        }

        private void help() {
            synchronized (gate) {
                if (closed) {
                    return;
                }
                inside++;
            }
            try {
                take((int) (((long) count + grain - 1) / grain));
            } finally {
                synchronized (gate) {
                    inside--;
                    gate.notifyAll();
                }
            }
        }

        private void take(int pieces) {
            try {
                for (int i = taken.getAndIncrement(); i < pieces; i = taken.getAndIncrement()) {
                    check();
                    int from = i * grain;
                    piece.on(from, next(from, grain, count));
                }
            } catch (RuntimeException | Error thrown) {
                fault.compareAndSet(null, thrown);
                taken.set(pieces);
            }
        }

        /** Waits for helpers that are inside a piece; those that have not begun will find the gate closed. */
        private void close() {
            boolean interrupted = false;
            synchronized (gate) {
                closed = true;
                while (inside > 0) {
                    try {
                        gate.wait();
                    } catch (InterruptedException called) {
                        interrupted = true;
                        cancel();
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void rethrow() {
            Throwable thrown = fault.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown != null) {
                throw (RuntimeException) thrown;
            }
        }
    }
}
