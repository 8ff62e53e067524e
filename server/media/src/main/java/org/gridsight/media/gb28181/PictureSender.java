package org.gridsight.media.gb28181;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.StreamPart;
import org.gridsight.media.hub.FeedTaker;
import org.gridsight.media.hub.PictureFeed;
import org.gridsight.media.net.CloseCause;
import org.gridsight.media.net.Connection;
import org.gridsight.media.net.ConnectionHandler;
import org.gridsight.media.net.ConnectionLimits;
import org.gridsight.media.net.DatagramHandler;
import org.gridsight.media.net.DatagramPort;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.Listener;
import org.gridsight.media.ps.PsMuxer;
import org.gridsight.media.rtp.RtpWriter;
import org.jspecify.annotations.Nullable;

/**
 * Sends one camera's pictures to one receiver as RTP with a program stream inside, over UDP or a TCP connection that either
 * side may begin. What a slow receiver does not take waits in the feed's own bounded queue. All in the thread of its loop.
 */
final class PictureSender implements FeedTaker {

    /** One that has taken nothing for so long is gone. */
    private static final Duration STALLED = Duration.ofSeconds(15);

    private static final int DISCARD_PORT = 9;
    private static final ConnectionLimits LIMITS =
            new ConnectionLimits(Duration.ofSeconds(5), Duration.ZERO, 16 << 20, 0);

    /**
     * From where to where.
     *
     * @param receiver checked: it may be called
     * @param bind our local address
     */
    record Route(SdpOffer offer, InetSocketAddress receiver, String bind) {}

    /** Told in the loop's thread. */
    interface Owner {

        /** Pictures can be sent now. */
        void connected();

        /** The first one waits for {@link #allowed}. */
        void firstPicture();

        /** The feed has ended and all of it has left; the way stays open. */
        void finished(String cause);

        void ended(String cause);
    }

    private final EventLoop loop;
    private final InetSocketAddress receiver;
    private final Owner owner;
    private final RtpWriter rtp;
    private final boolean tcp;
    private final int port;
    // below: the loop's thread only
    private @Nullable Listener listener;
    private @Nullable DatagramPort datagrams;
    private @Nullable Connection connection;
    private @Nullable PictureFeed feed;
    private final PacedPackets packets;
    private @Nullable PsMuxer muxer;
    private @Nullable Fragment first;
    private @Nullable String finished;
    private boolean asked;
    private boolean allowed;
    private boolean over;

    /** Opens its port; throws when there is none. */
    PictureSender(EventLoop loop, MediaPorts ports, Route route, Owner owner) throws IOException {
        this.loop = loop;
        this.receiver = route.receiver();
        this.owner = owner;
        String bind = route.bind();
        SdpOffer offer = route.offer();
        tcp = offer.tcp();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        rtp = new RtpWriter(offer.ssrc().orElseGet(random::nextInt), random.nextInt());
        packets = new PacedPackets(this::sendPacket, loop::after, this::pump);
        if (!tcp) {
            DatagramPort opened = ports.open(at -> loop.bind(new InetSocketAddress(bind, at), 0, new Reports()));
            datagrams = opened;
            port = opened.local().getPort();
        } else if (offer.weListen()) {
            Listener opened = ports.open(at -> loop.listen(new InetSocketAddress(bind, at), LIMITS, this::welcome));
            listener = opened;
            port = opened.local().getPort();
        } else {
            port = DISCARD_PORT;
        }
    }

    /** What stands in the answer. */
    int port() {
        return port;
    }

    /** The other side has confirmed. */
    void begin() {
        loop.execute(() -> {
            if (over) {
                return;
            }
            if (!tcp) {
                owner.connected();
            } else if (listener == null) {
                connection = loop.connect(receiver, LIMITS, new Line());
            }
        });
    }

    private Optional<ConnectionHandler> welcome(InetSocketAddress caller) {
        boolean receiverCalls = caller.getAddress().equals(receiver.getAddress());
        return over || connection != null || !receiverCalls ? Optional.empty() : Optional.of(new Line());
    }

    @Override
    public void ready(PictureFeed which) {
        loop.execute(() -> {
            feed = which;
            pump();
        });
    }

    /** All has been taken, but perhaps not all has left. */
    @Override
    public void ended(String cause) {
        loop.execute(() -> {
            finished = cause;
            finish();
        });
    }

    private void finish() {
        String cause = finished;
        if (cause != null && !over && first == null && hasRoom()) {
            finished = null;
            owner.finished(cause);
        }
    }

    /** The first picture is on record: all may go. */
    void allow() {
        loop.execute(() -> {
            allowed = true;
            Fragment waiting = first;
            first = null;
            if (waiting != null && !over) {
                send(waiting);
            }
            pump();
        });
    }

    private void pump() {
        PictureFeed source = feed;
        while (!over && source != null && first == null && hasRoom()) {
            StreamPart part = source.poll();
            if (part == null) {
                finish();
                return;
            }
            if (part instanceof InitSegment init) {
                muxer = new PsMuxer(init.format());
            } else if (allowed && part instanceof Fragment fragment) {
                send(fragment);
            } else if (part instanceof Fragment fragment) {
                first = fragment;
                if (!asked) {
                    asked = true;
                    owner.firstPicture();
                }
            }
        }
    }

    private boolean hasRoom() {
        Connection open = connection;
        return tcp ? open != null && open.waitingBytes() == 0 : packets.isIdle();
    }

    private void send(Fragment picture) {
        PsMuxer packer = muxer;
        if (packer == null) {
            return;
        }
        byte[] piece = packer.picture(picture);
        Connection open = connection;
        if (open != null) {
            open.write(rtp.framed(piece, picture.shown90k()));
        } else if (!tcp) {
            rtp.packets(piece, picture.shown90k(), packets::send);
        }
    }

    private void sendPacket(ByteBuffer packet) {
        DatagramPort from = datagrams;
        if (from != null && !over) {
            from.send(packet, receiver);
        }
    }

    private void end(String cause) {
        if (!over) {
            shut();
            owner.ended(cause);
        }
    }

    private void shut() {
        over = true;
        first = null;
        packets.drop();
        if (listener != null) {
            listener.close();
        }
        if (datagrams != null) {
            datagrams.close();
        }
        if (connection != null) {
            connection.close();
        }
    }

    /** Nothing goes out any more; then the task. */
    void close(Runnable then) {
        loop.execute(() -> {
            shut();
            then.run();
        });
    }

    private void watchForStall(int waitingBefore) {
        loop.after(STALLED, () -> {
            Connection open = connection;
            int waiting = open == null ? 0 : open.waitingBytes();
            if (waiting > 0 && waiting == waitingBefore) {
                end("up-stalled");
            } else if (!over) {
                watchForStall(waiting);
            }
        });
    }

    /** The connection to the receiver. */
    private final class Line implements ConnectionHandler {

        @Override
        public void opened(Connection opened) {
            Connection older = connection;
            if (older != null && older != opened) {
                opened.close();
                return;
            }
            connection = opened;
            watchForStall(0);
            owner.connected();
        }

        @Override
        public void readable(Connection from, ByteBuffer bytes) {
            // reports of the receiver
        }

        @Override
        public void writable(Connection from) {
            pump();
        }

        @Override
        public void closed(Connection closed, CloseCause cause) {
            if (closed == connection) {
                end(
                        cause == CloseCause.REFUSED || cause == CloseCause.CONNECT_TIMEOUT
                                ? "up-connect-failed"
                                : "up-connection-closed");
            }
        }
    }

    /** What a receiver of datagrams may report back. */
    private final class Reports implements DatagramHandler {

        @Override
        public void received(DatagramPort at, ByteBuffer packet, InetSocketAddress from) {}

        @Override
        public void closed(DatagramPort at, CloseCause cause) {
            end("up-port-closed");
        }
    }
}
