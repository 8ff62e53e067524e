package org.gridsight.media.rtsp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridsight.media.net.CloseCause;
import org.gridsight.media.net.DatagramHandler;
import org.gridsight.media.net.DatagramPort;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.rtp.RtpPacket;

/** A pair of UDP ports, even for RTP and the next for RTCP, that hears one camera only. */
final class UdpTrack implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 4 << 20;
    private static final int TRIES = 60;

    /** Where packets of the camera go, in its loop. */
    interface Receiver {

        void datagram(ByteBuffer packet);

        /** A packet beside the media: reports of the sender. */
        void report(ByteBuffer packet);

        /** Somebody else sent something to our port. */
        void stranger();
    }

    private final DatagramPort media;
    private final DatagramPort control;

    private UdpTrack(DatagramPort media, DatagramPort control) {
        this.media = media;
        this.control = control;
    }

    /** Nothing when no pair is free. */
    static Optional<UdpTrack> open(EventLoop loop, InetAddress camera, Receiver receiver) {
        DatagramHandler mediaHandler = handler(camera, receiver, receiver::datagram);
        DatagramHandler controlHandler = handler(camera, receiver, receiver::report);
        for (int i = 0; i < TRIES; i++) {
            Optional<UdpTrack> pair = pair(loop, mediaHandler, controlHandler);
            if (pair.isPresent()) {
                return pair;
            }
        }
        return Optional.empty();
    }

    private static Optional<UdpTrack> pair(EventLoop loop, DatagramHandler media, DatagramHandler control) {
        try {
            DatagramPort first = loop.bind(new InetSocketAddress(0), RECEIVE_BUFFER, media);
            int port = first.local().getPort();
            if (port % 2 == 0) {
                try {
                    return Optional.of(new UdpTrack(first, loop.bind(new InetSocketAddress(port + 1), 0, control)));
                } catch (IOException e) {
                    // taken by somebody else
                    first.close();
                    return Optional.empty();
                }
            }
            first.close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static DatagramHandler handler(InetAddress camera, Receiver receiver, Consumer<ByteBuffer> taker) {
        return new DatagramHandler() {
            @Override
            public void received(DatagramPort port, ByteBuffer packet, InetSocketAddress from) {
                if (from.getAddress().equals(camera)) {
                    taker.accept(packet);
                } else {
                    receiver.stranger();
                }
            }

            @Override
            public void closed(DatagramPort port, CloseCause cause) {
                // the RTSP connection tells when the run is over
            }
        };
    }

    /** The even port. */
    int port() {
        return media.local().getPort();
    }

    /** Opens the way through a firewall on our side with a packet that means nothing. */
    void knock(InetSocketAddress camera) {
        ByteBuffer empty = ByteBuffer.allocate(RtpPacket.HEADER).put(0, (byte) 0x80);
        media.send(empty.duplicate(), camera);
        if (camera.getPort() < 65_535) {
            control.send(empty, new InetSocketAddress(camera.getAddress(), camera.getPort() + 1));
        }
    }

    @Override
    public void close() {
        media.close();
        control.close();
    }
}
