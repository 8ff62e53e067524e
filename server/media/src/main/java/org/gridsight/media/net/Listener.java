package org.gridsight.media.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A TCP port that takes calls; those it has taken outlive it. */
public final class Listener implements LoopChannel, AutoCloseable {

    private static final int ACCEPTS_PER_ROUND = 64;

    private final EventLoop loop;
    private final ConnectionLimits limits;
    private final Acceptor acceptor;
    private final ServerSocketChannel channel;
    private final InetSocketAddress local;
    private boolean over;

    Listener(EventLoop loop, ConnectionLimits limits, Acceptor acceptor, InetSocketAddress at) throws IOException {
        this.loop = loop;
        this.limits = limits;
        this.acceptor = acceptor;
        channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (limits.receiveBuffer() > 0) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, limits.receiveBuffer());
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

    /** Takes no more calls. */
    @Override
    public void close() {
        loop.runHere(() -> shut(CloseCause.LOCAL));
    }

    void start() {
        try {
            loop.watch(channel, SelectionKey.OP_ACCEPT, this);
        } catch (IOException e) {
            shut(CloseCause.BROKEN);
        }
    }

    @Override
    public void ready(int operations) throws IOException {
        for (int i = 0; i < ACCEPTS_PER_ROUND && !over; i++) {
            @Nullable SocketChannel socket = accept();
            if (socket == null) {
                return;
            }
            welcome(socket);
        }
    }

    /** A call that cannot be taken (it is gone, or no file handle is left) must not close the port. */
    private @Nullable SocketChannel accept() {
        try {
            return channel.accept();
        } catch (IOException e) {
            return null;
        }
    }

    private void welcome(SocketChannel socket) throws IOException {
        @Nullable Connection connection = null;
        try {
            InetSocketAddress caller = (InetSocketAddress) socket.getRemoteAddress();
            Optional<ConnectionHandler> handler = acceptor.accept(caller);
            if (handler.isPresent()) {
                connection = new Connection(loop, limits, handler.get(), caller);
                connection.accepted(socket);
            } else {
                socket.close();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof RuntimeException) {
                loop.countFailure();
            }
            if (connection != null) {
                connection.shut(e instanceof IOException ? CloseCause.BROKEN : CloseCause.HANDLER_FAILED);
            }
            socket.close();
        }
    }

    @Override
    public void checkTime(long nowNanos) {
        // a port may wait for ever
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
    }
}
