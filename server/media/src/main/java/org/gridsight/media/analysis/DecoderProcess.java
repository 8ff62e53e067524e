package org.gridsight.media.analysis;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes stills in a child process that is started for the first request, killed when it hangs, started again when it has
 * died, and let go when nothing was asked for a while. A crash costs the picture that caused it; after several in a row
 * requests are refused for some seconds.
 */
public final class DecoderProcess implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int CRASHES_BEFORE_REST = 3;

    private record Job(StillRequest request, CompletableFuture<Still> answer) {}

    private final DecoderSettings settings;
    private final List<String> command;
    private final ScheduledExecutorService watchdog;
    private final BlockingQueue<Job> waiting;
    private final AtomicLong starts = new AtomicLong();
    private final AtomicLong crashes = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    // set by our thread only
    private volatile @Nullable DecoderChild child;
    private int crashesInARow;
    private long restUntilNanos;

    /** @param watchdog any scheduler; it only ever kills a process */
    public DecoderProcess(DecoderSettings settings, ScheduledExecutorService watchdog) {
        this(settings, watchdog, DecoderCommand.of(settings));
    }

    DecoderProcess(DecoderSettings settings, ScheduledExecutorService watchdog, List<String> command) {
        this.settings = settings;
        this.watchdog = watchdog;
        this.command = command;
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
        this.thread = new Thread(this::work, "decoder");
        thread.setDaemon(true);
        thread.start();
    }

    /** Completed on the decoder's thread, with a {@link DecoderFailed} when there is no still. */
    public CompletableFuture<Still> make(StillRequest request) {
        Job job = new Job(request, new CompletableFuture<>());
        if (closed) {
            job.answer.completeExceptionally(new DecoderFailed("decoder-closed", "the server is ending"));
        } else if (!waiting.offer(job)) {
            job.answer.completeExceptionally(
                    new DecoderFailed("decoder-busy", settings.waiting() + " pictures are waiting"));
        }
        return job.answer;
    }

    /** How often a child was started. */
    public long starts() {
        return starts.get();
    }

    /** How often one died or had to be killed. */
    public long crashes() {
        return crashes.get();
    }

    /** The child's process id while there is one. */
    public OptionalLong pid() {
        DecoderChild running = child;
        return running == null ? OptionalLong.empty() : OptionalLong.of(running.pid());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        DecoderChild running = child;
        if (running != null) {
            running.kill();
        }
    }

    private void work() {
        try {
            while (!closed) {
                Job job = waiting.poll(IDLE.toNanos(), TimeUnit.NANOSECONDS);
                if (job == null) {
                    letGo();
                } else if (!job.answer.isDone()) {
                    answer(job);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        letGo();
        for (Job job = waiting.poll(); job != null; job = waiting.poll()) {
            job.answer.completeExceptionally(new DecoderFailed("decoder-closed", "the server is ending"));
        }
    }

    private void answer(Job job) {
        if (crashesInARow >= CRASHES_BEFORE_REST && System.nanoTime() - restUntilNanos < 0) {
            job.answer.completeExceptionally(new DecoderFailed("decoder-resting", "it died several times in a row"));
            return;
        }
        try {
            Still still = running().make(job.request, settings.timeout());
            crashesInARow = 0;
            job.answer.complete(still);
        } catch (DecoderFailed e) {
            crashesInARow = 0;
            job.answer.completeExceptionally(e);
        } catch (IOException e) {
            letGo();
            crashes.incrementAndGet();
            crashesInARow++;
            restUntilNanos = System.nanoTime() + REST.toNanos();
            job.answer.completeExceptionally(new DecoderFailed("decoder-died", "the child process died or hung"));
        }
    }

    private DecoderChild running() throws IOException {
        DecoderChild running = child;
        if (running == null) {
            starts.incrementAndGet();
            running = DecoderChild.start(command, watchdog);
            child = running;
            if (closed) {
                running.kill();
            }
        }
        return running;
    }

    private void letGo() {
        DecoderChild running = child;
        child = null;
        if (running != null) {
            running.kill();
        }
    }
}
