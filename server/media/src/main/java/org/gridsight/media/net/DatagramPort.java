package org.gridsight.media.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/** A UDP port of an {@link EventLoop}. */
public final class DatagramPort implements LoopChannel, AutoCloseable {

    private static final int READS_PER_ROUND = 128;

    private final EventLoop loop;
    private final DatagramHandler handler;
    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private volatile boolean over;

    DatagramPort(EventLoop loop, DatagramHandler handler, InetSocketAddress at, int receiveBuffer) throws IOException {
        this.loop = loop;
        this.handler = handler;
        channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            if (receiveBuffer > 0) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
            }
            channel.bind(at);
            local = (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Where it listens, with the port the system chose when none was asked for. */
    public InetSocketAddress local() {
        return local;
    }

    /** Sends at once or, as UDP may, not at all; false when the packet did not leave. */
    public boolean send(ByteBuffer packet, InetSocketAddress to) {
        try {
            return !over && channel.send(packet, to) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it. */
    @Override
    public void close() {
        loop.runHere(() -> shut(CloseCause.LOCAL));
    }

    void start() {
        if (over) {
            return;
        }
        try {
            loop.watch(channel, SelectionKey.OP_READ, this);
        } catch (IOException e) {
            shut(CloseCause.BROKEN);
        }
    }

    @Override
    public void ready(int operations) throws IOException {
        ByteBuffer buffer = loop.buffer();
        for (int i = 0; i < READS_PER_ROUND && !over; i++) {
            buffer.clear();
            @Nullable InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
            if (from == null) {
                return;
            }
            buffer.flip();
            handler.received(this, buffer, from);
        }
    }

    @Override
    public void checkTime(long nowNanos) {
        // silence is for the handler to judge: a port serves many senders
    }

    @Override
    public void shut(CloseCause cause) {
        if (over) {
            return;
        }
        over = true;
        loop.forget(this);
        try {
            channel.close();
        } catch (IOException e) {
            loop.countFailure();
        }
        try {
            handler.closed(this, cause);
        } catch (RuntimeException e) {
            loop.countFailure();
        }
    }
}
