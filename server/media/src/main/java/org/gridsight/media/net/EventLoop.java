package org.gridsight.media.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread with one selector that serves many sockets and timers. Every method may be called from any thread; everything a
 * caller hands in runs in the loop's thread.
 */
public final class EventLoop implements Executor, AutoCloseable {

    /** Holds a whole key picture of a usual camera, so that a burst costs one read. */
    private static final int READ_BUFFER = 256 * 1024;

    private static final long SWEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /**
     * The shortest time between two looks at busy sockets. A camera sends a picture as a burst of packets: looked at one by one
     * they cost a wake-up each, looked at together one read.
     */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean closing;
    // the fields below belong to the loop's thread
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BUFFER);
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Set<LoopChannel> channels = new HashSet<>();
    private final Consumer<SelectionKey> readyAction = this::ready;
    private volatile int channelCount;
    private boolean busy;
    private long now = System.nanoTime();
    private long nextSweep = now + SWEEP_NANOS;

    /** Starts at once, as a daemon. */
    public EventLoop(String name) throws IOException {
        selector = Selector.open();
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Calls a host; the connection may be written to before it stands. */
    public Connection connect(InetSocketAddress to, ConnectionLimits limits, ConnectionHandler handler) {
        Connection connection = new Connection(this, limits, handler, to);
        if (closing) {
            connection.shut(CloseCause.LOCAL);
        } else {
            execute(connection::connect);
        }
        return connection;
    }

    /** Takes calls; the port is bound when this returns. */
    public Listener listen(InetSocketAddress at, ConnectionLimits limits, Acceptor acceptor) throws IOException {
        checkOpen();
        Listener listener = new Listener(this, limits, acceptor, at);
        execute(listener::start);
        return listener;
    }

    /** Takes datagrams; the port is bound when this returns. */
    public DatagramPort bind(InetSocketAddress at, int receiveBuffer, DatagramHandler handler) throws IOException {
        checkOpen();
        DatagramPort port = new DatagramPort(this, handler, at, receiveBuffer);
        execute(port::start);
        return port;
    }

    /** Runs a task later, once; a task that throws is counted. */
    public Timer after(Duration delay, Runnable task) {
        Timer timer = new Timer(System.nanoTime() + delay.toNanos(), task);
        runHere(() -> timers.add(timer));
        return timer;
    }

    /** Runs a task soon, in order with others; after {@link #close()} it is dropped. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread && woken.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /** Whether the caller is the loop's own thread. */
    public boolean isHere() {
        return Thread.currentThread() == thread;
    }

    /** Sockets open now. */
    public int channelCount() {
        return channelCount;
    }

    /** How often a handler, task or timer threw: each is a bug of ours. */
    public long failureCount() {
        return failures.get();
    }

    /** Closes every socket, tells their handlers and ends the thread; returns when that is done unless called inside. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        if (isHere()) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** At once when already in the loop, else soon. */
    void runHere(Runnable task) {
        if (isHere()) {
            task.run();
        } else {
            execute(task);
        }
    }

    private void checkOpen() throws IOException {
        if (closing) {
            throw new IOException("the loop is closed");
        }
    }

    /** Begins to watch a channel. */
    SelectionKey watch(SelectableChannel channel, int operations, LoopChannel owner) throws IOException {
        SelectionKey key = channel.register(selector, operations, owner);
        channels.add(owner);
        channelCount = channels.size();
        return key;
    }

    void forget(LoopChannel owner) {
        channels.remove(owner);
        channelCount = channels.size();
    }

    ByteBuffer buffer() {
        return buffer;
    }

    /** The time at which this round began. */
    long roundNanos() {
        return now;
    }

    void countFailure() {
        failures.incrementAndGet();
    }

    private void run() {
        try {
            while (!closing) {
                rest();
                waitForWork();
                now = System.nanoTime();
                runTasks();
                runTimers();
                sweep();
            }
        } catch (IOException | ClosedSelectorException e) {
            // the selector itself is broken: nothing can be served any more
            countFailure();
        } finally {
            end();
        }
    }

    private void rest() {
        long left = busy ? REST_NANOS - (System.nanoTime() - now) : 0;
        busy = false;
        if (left > 0 && tasks.isEmpty()) {
            LockSupport.parkNanos(left);
        }
    }

    private void waitForWork() throws IOException {
        long wait = tasks.isEmpty() ? nanosToWait() : 0;
        if (wait <= 0) {
            selector.selectNow(readyAction);
        } else {
            selector.select(readyAction, Math.max(1, TimeUnit.NANOSECONDS.toMillis(wait)));
        }
        woken.set(false);
    }

    private long nanosToWait() {
        long at = System.nanoTime();
        long wait = nextSweep - at;
        @Nullable Timer first = timers.peek();
        return first == null ? wait : Math.min(wait, first.nanosLeft(at));
    }

    private void ready(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        LoopChannel channel = (LoopChannel) key.attachment();
        now = System.nanoTime();
        busy = true;
        try {
            channel.ready(key.readyOps());
        } catch (IOException e) {
            channel.shut(CloseCause.BROKEN);
        } catch (RuntimeException | Error e) {
            // hundreds of streams share this thread: whatever one of them does wrong, the others go on
            countFailure();
            channel.shut(CloseCause.HANDLER_FAILED);
        }
    }

    private void runTasks() {
        // only those that are there now: a task that queues itself must not starve the sockets
        for (int left = tasks.size(); left > 0; left--) {
            @Nullable Runnable task = tasks.poll();
            if (task != null) {
                guarded(task);
            }
        }
    }

    private void runTimers() {
        @Nullable Timer first = timers.peek();
        while (first != null && (first.isCancelled() || first.isDue(now))) {
            timers.remove();
            guarded(first::run);
            first = timers.peek();
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            countFailure();
        }
    }

    private void sweep() {
        if (now - nextSweep < 0) {
            return;
        }
        nextSweep = now + SWEEP_NANOS;
        for (LoopChannel channel : new ArrayList<>(channels)) {
            channel.checkTime(now);
        }
    }

    private void end() {
        closing = true;
        // tasks first: a connection that was just asked for must hear that it will not be
        runTasks();
        for (LoopChannel channel : new ArrayList<>(channels)) {
            channel.shut(CloseCause.LOCAL);
        }
        runTasks();
        timers.clear();
        try {
            selector.close();
        } catch (IOException e) {
            countFailure();
        }
    }
}
