package org.gridsight.media.gb28181;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Sends datagrams a few at a time: a key picture of a thousand packets at once overruns the queues of routers and receivers,
 * and the loss of one spoils it. Belongs to one thread.
 */
final class PacedPackets {

    /** With {@link #PAUSE} about 180 Mbit/s: a megabyte leaves within a picture's time and is no burst any more. */
    static final int AT_ONCE = 32;

    static final Duration PAUSE = Duration.ofMillis(2);

    /** Runs a task later, in the same thread. */
    @FunctionalInterface
    interface Later {

        void after(Duration delay, Runnable task);
    }

    private final Consumer<ByteBuffer> wire;
    private final Later later;
    private final Runnable room;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private int credit = AT_ONCE;
    private boolean pausing;

    /** @param room told when all that waited has been sent */
    PacedPackets(Consumer<ByteBuffer> wire, Later later, Runnable room) {
        this.wire = wire;
        this.later = later;
        this.room = room;
    }

    /** The buffer may be used again at once. */
    void send(ByteBuffer packet) {
        if (waiting.isEmpty() && credit > 0) {
            sendNow(packet);
        } else {
            byte[] copy = new byte[packet.remaining()];
            packet.get(copy);
            waiting.add(ByteBuffer.wrap(copy));
        }
    }

    private void sendNow(ByteBuffer packet) {
        credit--;
        wire.accept(packet);
        if (!pausing) {
            pausing = true;
            later.after(PAUSE, this::goOn);
        }
    }

    private void goOn() {
        pausing = false;
        credit = AT_ONCE;
        boolean waited = !waiting.isEmpty();
        while (credit > 0 && !waiting.isEmpty()) {
            sendNow(waiting.remove());
        }
        if (waited && waiting.isEmpty()) {
            room.run();
        }
    }

    boolean isIdle() {
        return waiting.isEmpty();
    }

    /** What waits is not sent any more. */
    void drop() {
        waiting.clear();
    }
}
