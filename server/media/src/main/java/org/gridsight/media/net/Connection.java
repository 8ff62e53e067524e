package org.gridsight.media.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One TCP connection of an {@link EventLoop}; {@link #write} and {@link #close} may be called from any thread. */
public final class Connection implements LoopChannel, AutoCloseable {

    /** A sender faster than we are must let others have their turn. */
    private static final int READS_PER_ROUND = 4;

    private final EventLoop loop;
    private final ConnectionLimits limits;
    private final ConnectionHandler handler;
    private final InetSocketAddress remote;
    private final AtomicInteger queuedBytes = new AtomicInteger();
    private volatile boolean over;
    // the fields below belong to the loop's thread
    private final ArrayDeque<ByteBuffer> queue = new ArrayDeque<>();
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private boolean stands;
    private long heardNanos;

    Connection(EventLoop loop, ConnectionLimits limits, ConnectionHandler handler, InetSocketAddress remote) {
        this.loop = loop;
        this.limits = limits;
        this.handler = handler;
        this.remote = remote;
        this.heardNanos = System.nanoTime();
    }

    /** The loop in whose thread its handler runs. */
    public EventLoop loop() {
        return loop;
    }

    /** The other side. */
    public InetSocketAddress remote() {
        return remote;
    }

    /** Whether it has not ended; it may still be on its way to stand. */
    public boolean isOpen() {
        return !over;
    }

    /** Queues bytes, which belong to the connection from now on. False when it is over or too much waits already. */
    public boolean write(byte[] bytes) {
        if (over) {
            return false;
        }
        if (queuedBytes.addAndGet(bytes.length) > limits.queuedBytes()) {
            queuedBytes.addAndGet(-bytes.length);
            return false;
        }
        loop.runHere(() -> send(ByteBuffer.wrap(bytes)));
        return true;
    }

    /** Bytes that wait to be written. */
    public int waitingBytes() {
        return queuedBytes.get();
    }

    /** Ends it; its handler is told {@link CloseCause#LOCAL} when it has not been told another cause. */
    @Override
    public void close() {
        loop.runHere(() -> shut(CloseCause.LOCAL));
    }

    void connect() {
        if (over) {
            return;
        }
        heardNanos = loop.roundNanos();
        try {
            SocketChannel socket = SocketChannel.open();
            channel = socket;
            prepare(socket);
            // one that stands at once is told so by the selector all the same
            socket.connect(remote);
            key = loop.watch(socket, SelectionKey.OP_CONNECT, this);
        } catch (IOException | UnresolvedAddressException | UnsupportedAddressTypeException e) {
            shut(CloseCause.REFUSED);
        }
    }

    void accepted(SocketChannel socket) throws IOException {
        channel = socket;
        prepare(socket);
        heardNanos = loop.roundNanos();
        key = loop.watch(socket, SelectionKey.OP_READ, this);
        stand();
    }

    private void prepare(SocketChannel socket) throws IOException {
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (limits.receiveBuffer() > 0) {
            socket.setOption(StandardSocketOptions.SO_RCVBUF, limits.receiveBuffer());
        }
    }

    private void stand() throws IOException {
        stands = true;
        heardNanos = loop.roundNanos();
        handler.opened(this);
        flush();
    }

    @Override
    public void ready(int operations) throws IOException {
        if ((operations & SelectionKey.OP_CONNECT) != 0) {
            finishConnect();
        }
        if ((operations & SelectionKey.OP_READ) != 0) {
            read();
        }
        if ((operations & SelectionKey.OP_WRITE) != 0) {
            flush();
            if (!over && queue.isEmpty()) {
                handler.writable(this);
            }
        }
    }

    private void finishConnect() throws IOException {
        SocketChannel socket = channel;
        SelectionKey watched = key;
        if (over || socket == null || watched == null) {
            return;
        }
        try {
            socket.finishConnect();
        } catch (IOException e) {
            shut(CloseCause.REFUSED);
            return;
        }
        watched.interestOps(SelectionKey.OP_READ);
        stand();
    }

    private void read() throws IOException {
        SocketChannel socket = channel;
        ByteBuffer buffer = loop.buffer();
        for (int i = 0; i < READS_PER_ROUND && !over && socket != null; i++) {
            buffer.clear();
            int count = socket.read(buffer);
            if (count < 0) {
                shut(CloseCause.PEER);
                return;
            }
            if (count > 0) {
                heardNanos = loop.roundNanos();
                buffer.flip();
                handler.readable(this, buffer);
            }
            if (count < buffer.capacity()) {
                return;
            }
        }
    }

    private void send(ByteBuffer bytes) {
        if (over) {
            return;
        }
        queue.add(bytes);
        if (stands && queue.size() == 1) {
            try {
                flush();
            } catch (IOException e) {
                shut(CloseCause.BROKEN);
            }
        }
    }

    private void flush() throws IOException {
        SocketChannel socket = channel;
        SelectionKey watched = key;
        if (over || socket == null || watched == null) {
            return;
        }
        @Nullable ByteBuffer first = queue.peek();
        while (first != null) {
            int written = socket.write(first);
            queuedBytes.addAndGet(-written);
            if (first.hasRemaining()) {
                break;
            }
            queue.remove();
            first = queue.peek();
        }
        watched.interestOps(queue.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    @Override
    public void checkTime(long nowNanos) {
        long silent = nowNanos - heardNanos;
        if (!stands) {
            if (silent > limits.connect().toNanos()) {
                shut(CloseCause.CONNECT_TIMEOUT);
            }
        } else if (!limits.idle().isZero() && silent > limits.idle().toNanos()) {
            shut(CloseCause.IDLE);
        }
    }

    @Override
    public void shut(CloseCause cause) {
        if (over) {
            return;
        }
        over = true;
        queue.clear();
        loop.forget(this);
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // it is gone either way
                key = null;
            }
        }
        try {
            handler.closed(this, cause);
        } catch (RuntimeException e) {
            loop.countFailure();
        }
    }
}
