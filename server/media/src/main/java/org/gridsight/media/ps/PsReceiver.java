package org.gridsight.media.ps;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.net.CloseCause;
import org.gridsight.media.net.Connection;
import org.gridsight.media.net.ConnectionHandler;
import org.gridsight.media.net.ConnectionLimits;
import org.gridsight.media.net.DatagramHandler;
import org.gridsight.media.net.DatagramPort;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.Listener;
import org.gridsight.media.net.Timer;
import org.gridsight.media.rtp.RtpPacket;
import org.gridsight.media.rtp.RtpReorder;
import org.jspecify.annotations.Nullable;

/**
 * Receives the pictures of one device on a port of its own, or over a connection of its own: that, and not the SSRC, which
 * devices choose as they like, says whose pictures they are; strangers who find the port are turned away and counted. Tells first packet, first key picture, pictures, faults and its
 * end; all in the thread of its loop.
 */
public final class PsReceiver {

    private static final int DATAGRAM_BUFFER = 8 << 20;
    private static final int WINDOW = 64;
    private static final long LONGEST_GAP_NANOS = 200_000_000L;
    private static final Duration GAP_CHECK = Duration.ofMillis(100);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final ConnectionLimits USUAL = new ConnectionLimits(CONNECT, Duration.ZERO, 4_096, 1 << 20);
    /** Packets in order after which a device's sequence numbers are believed over TCP. */
    private static final int ORDERLY = 50;

    /**
     * What the owner of the stream wants.
     *
     * @param silence how long nothing may come, once something has come
     * @param keyWanted pictures are lost: ask the device for a key picture
     * @param packetCame the first packet is here
     * @param senders who may send the pictures to a port of ours
     */
    public record Wishes(Duration silence, Runnable keyWanted, Runnable packetCame, PictureSenders senders) {}

    private final EventLoop loop;
    private final Wishes wishes;
    private final SourceEvents events;
    private final PsStream stream;
    private final RtpPacket packet = new RtpPacket();
    private int port;
    // below: the loop's thread only
    private @Nullable Listener listener;
    private @Nullable DatagramPort datagrams;
    private @Nullable Connection connection;
    // whether that connection comes from where the device was called
    private boolean isCalled;
    private @Nullable InetSocketAddress sender;
    private @Nullable Timer silenceTimer;
    private boolean over;
    private boolean packetSeen;
    private long heardNanos;
    private int expected = -1;
    private int orderly;

    private PsReceiver(EventLoop loop, Wishes wishes, SourceEvents events) {
        this.loop = loop;
        this.wishes = wishes;
        this.events = events;
        stream = new PsStream(events);
    }

    /** TCP passive: the device connects. The port is open when this returns. */
    public static PsReceiver listen(EventLoop loop, InetSocketAddress at, Wishes wishes, SourceEvents events)
            throws IOException {
        PsReceiver made = new PsReceiver(loop, wishes, events);
        Listener opened = loop.listen(at, USUAL, made::welcome);
        made.listener = opened;
        made.port = opened.local().getPort();
        return made;
    }

    /** UDP. The port is open when this returns. */
    public static PsReceiver datagrams(EventLoop loop, InetSocketAddress at, Wishes wishes, SourceEvents events)
            throws IOException {
        PsReceiver made = new PsReceiver(loop, wishes, events);
        DatagramPort opened = loop.bind(at, DATAGRAM_BUFFER, made.new Datagrams());
        made.datagrams = opened;
        made.port = opened.local().getPort();
        return made;
    }

    /** TCP active: nothing happens before {@link #connect}. */
    public static PsReceiver connecting(EventLoop loop, Wishes wishes, SourceEvents events) {
        return new PsReceiver(loop, wishes, events);
    }

    /** The port it listens on; 0 when it calls the device. */
    public int port() {
        return port;
    }

    /** TCP active: calls the device. */
    public void connect(InetSocketAddress to) {
        loop.execute(() -> {
            if (!over) {
                connection = loop.connect(to, USUAL, new Framed(to));
            }
        });
    }

    /** What is missing for a first picture; any thread may ask. */
    public MediaFault whyNoPicture() {
        return stream.whyNoPicture();
    }

    /** Closes the port and the connection, then runs the task; at most one event may still be on its way. */
    public void close(Runnable then) {
        loop.execute(() -> {
            shut();
            then.run();
        });
    }

    private void shut() {
        over = true;
        if (listener != null) {
            listener.close();
        }
        if (datagrams != null) {
            datagrams.close();
        }
        if (connection != null) {
            connection.close();
        }
        if (silenceTimer != null) {
            silenceTimer.cancel();
        }
    }

    private void end(String code, String detail) {
        if (!over) {
            shut();
            events.ended(new MediaFault(code, detail));
        }
    }

    private Optional<ConnectionHandler> welcome(InetSocketAddress caller) {
        if (over || packetSeen) {
            events.fault(new MediaFault("rtp-second-caller", "another connection came for the same stream"));
            return Optional.empty();
        }
        // the first to send pictures is the device; one that only connected gives way
        return Optional.of(new Framed(caller));
    }

    /** Tells of somebody who is not the one called. */
    private void turnAway() {
        events.fault(new MediaFault("rtp-stranger", "somebody else sent to the port of this stream"));
    }

    private void heard() {
        heardNanos = System.nanoTime();
        if (!packetSeen) {
            packetSeen = true;
            events.reached(StreamStep.FIRST_PACKET);
            wishes.packetCame().run();
            watchSilence(wishes.silence());
        }
    }

    private void watchSilence(Duration wait) {
        silenceTimer = loop.after(wait, () -> {
            long left = wishes.silence().toNanos() - (System.nanoTime() - heardNanos);
            if (left <= 0) {
                end("rtp-silent", "no packet has come for a while");
            } else if (!over) {
                watchSilence(Duration.ofNanos(left));
            }
        });
    }

    private void lost(int packets) {
        stream.lost(packets);
        wishes.keyWanted().run();
    }

    /** One TCP connection. */
    private final class Framed implements ConnectionHandler {

        private final TcpFraming framing = new TcpFraming(this::packet, events::fault);
        private final InetSocketAddress peer;

        Framed(InetSocketAddress peer) {
            this.peer = peer;
        }

        @Override
        public void opened(Connection opened) {
            Connection older = connection;
            if (older != null && older != opened) {
                if (isCalled && !wishes.senders().isKnown(peer)) {
                    turnAway();
                    opened.close();
                    return;
                }
                older.close();
            }
            connection = opened;
            isCalled = wishes.senders().isKnown(peer);
        }

        @Override
        public void readable(Connection from, ByteBuffer bytes) {
            if (!over && from == connection) {
                framing.feed(bytes);
            }
        }

        @Override
        public void closed(Connection closed, CloseCause cause) {
            if (closed != connection) {
                return;
            }
            if (packetSeen || listener == null) {
                boolean never = cause == CloseCause.REFUSED || cause == CloseCause.CONNECT_TIMEOUT;
                end(
                        never ? "rtp-connect-failed" : "rtp-connection-closed",
                        never ? "the device took no connection" : "the device closed the connection");
            } else {
                connection = null;
            }
        }

        private void packet(ByteBuffer bytes) {
            if (over || !packet.parse(bytes) || packet.payloadType() >= 72 && packet.payloadType() <= 76) {
                return;
            }
            if (!packetSeen && listener != null && !wishes.senders().mayBeFrom(peer, packet)) {
                hangUp();
                return;
            }
            heard();
            checkOrder(packet.sequence());
            stream.packet(packet, bytes);
        }

        /** On a stranger; the device may still come. */
        private void hangUp() {
            turnAway();
            Connection his = connection;
            connection = null;
            if (his != null) {
                his.close();
            }
        }

        /** Nothing is lost in TCP, but a device that cannot keep up leaves packets out. */
        private void checkOrder(int sequence) {
            if (sequence == expected) {
                orderly = Math.min(ORDERLY, orderly + 1);
            } else {
                if (orderly == ORDERLY) {
                    lost(Math.max(1, RtpPacket.distance(expected, sequence)));
                }
                orderly = 0;
            }
            expected = sequence + 1 & 0xffff;
        }
    }

    /** One UDP port. */
    private final class Datagrams implements DatagramHandler, RtpReorder.Receiver {

        private final RtpReorder reorder = new RtpReorder(WINDOW, LONGEST_GAP_NANOS, this);
        private int source;
        private boolean gapWatched;

        @Override
        public void received(DatagramPort at, ByteBuffer bytes, InetSocketAddress from) {
            int start = bytes.position();
            int end = bytes.limit();
            boolean report = bytes.remaining() > 1 && TcpFraming.isReport(bytes.get(start + 1) & 0xff);
            if (over || report) {
                return;
            }
            if (!packet.parse(bytes)) {
                events.fault(new MediaFault("rtp-malformed", "a datagram that is no RTP packet"));
                return;
            }
            if (!wishes.senders().mayBeFrom(from, packet)) {
                turnAway();
                return;
            }
            if (!isTheDevice(from)) {
                events.fault(new MediaFault("rtp-second-caller", "another sender came for the same stream"));
                return;
            }
            heard();
            reorder.offer(bytes.limit(end).position(start), packet.sequence(), heardNanos);
            watchGap();
        }

        /** A gap is given up also when nothing comes behind it. */
        private void watchGap() {
            if (!gapWatched && reorder.waitingCount() > 0) {
                gapWatched = true;
                loop.after(GAP_CHECK, () -> {
                    gapWatched = false;
                    if (!over) {
                        reorder.checkTime(System.nanoTime());
                        watchGap();
                    }
                });
            }
        }

        /** The first sender, until it has been silent for a second; then whoever else may send. */
        private boolean isTheDevice(InetSocketAddress from) {
            InetSocketAddress known = sender;
            if (known == null || known.equals(from)) {
                source = known == null ? packet.source() : source;
                sender = from;
                return true;
            }
            boolean silent = System.nanoTime() - heardNanos > 1_000_000_000L;
            // its router may give it another port in the middle
            if (silent || (packet.source() == source && known.getAddress().equals(from.getAddress()))) {
                sender = from;
                source = packet.source();
                return true;
            }
            return false;
        }

        @Override
        public void packet(ByteBuffer bytes) {
            if (!over && packet.parse(bytes)) {
                stream.packet(packet, bytes);
            }
        }

        @Override
        public void lost(int packets) {
            PsReceiver.this.lost(packets);
        }

        @Override
        public void closed(DatagramPort at, CloseCause cause) {
            end("rtp-port-closed", "the port was closed");
        }
    }
}
