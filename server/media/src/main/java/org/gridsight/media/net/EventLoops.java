package org.gridsight.media.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The loops of the product, handed out in turn; a stream stays on the loop it began on. */
public final class EventLoops implements AutoCloseable {

    private final List<EventLoop> loops = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** Starts the threads at once. */
    public EventLoops(String name, int threads) throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
        for (int i = 1; i <= threads; i++) {
            loops.add(new EventLoop(name + "-" + i));
        }
    }

    /** The loop for the next stream. */
    public EventLoop next() {
        return loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
    }

    /** Sockets open now in all loops. */
    public int channelCount() {
        return loops.stream().mapToInt(EventLoop::channelCount).sum();
    }

    /** How often a handler threw in any loop. */
    public long failureCount() {
        return loops.stream().mapToLong(EventLoop::failureCount).sum();
    }

    @Override
    public void close() {
        loops.forEach(EventLoop::close);
    }
}
