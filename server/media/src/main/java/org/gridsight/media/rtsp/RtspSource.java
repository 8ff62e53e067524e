package org.gridsight.media.rtsp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridsight.media.MediaFault;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.PictureGate;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.net.CloseCause;
import org.gridsight.media.net.Connection;
import org.gridsight.media.net.ConnectionHandler;
import org.gridsight.media.net.ConnectionLimits;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.Timer;
import org.gridsight.media.rtp.RtpPacket;
import org.gridsight.media.rtp.RtpReorder;
import org.jspecify.annotations.Nullable;

/**
 * One run of an RTSP camera's video. Everything but {@link #open} and {@link #close} happens in the thread of its loop, and so
 * do all events.
 */
public final class RtspSource implements Source {

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration GOODBYE = Duration.ofMillis(500);
    private static final int REORDER_WINDOW = 128;
    private static final int MAX_BAD_PACKETS = 2_000;
    private static final int MAX_RUBBISH = 1 << 20;
    /** Of packets that are not ours to read, only some are told. */
    private static final int TELL_EACH = 1_000;

    private final Clock clock = Clock.systemUTC();
    private final RtspDate date = new RtspDate();
    private final EventLoop loop;
    private final RtspTarget target;
    private final AtomicBoolean opened = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    // the fields below belong to the loop's thread
    private final RtspReader reader = new RtspReader(new Incoming());
    private @Nullable SourceEvents events;
    private @Nullable Connection connection;
    private @Nullable Dialogue dialogue;
    private @Nullable RtpVideo video;
    private @Nullable RtspSound sound;
    private @Nullable UdpTrack udp;
    private @Nullable RtpReorder reorder;
    private @Nullable Timer timer;
    private int mediaChannel;
    private boolean over;
    private boolean answered;
    private boolean packetSeen;
    private long lastPacketNanos;
    private long lastSignNanos;
    private int badPackets;
    private int rubbishBytes;
    private int foreignPackets;

    /** Does nothing before {@link #open}. */
    public RtspSource(EventLoop loop, RtspTarget target) {
        this.loop = loop;
        this.target = target;
    }

    @Override
    public void open(SourceEvents listener) {
        if (!opened.compareAndSet(false, true)) {
            throw new IllegalStateException("a source is opened once");
        }
        loop.execute(() -> begin(listener));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            loop.execute(this::release);
        }
    }

    private void begin(SourceEvents listener) {
        if (closed.get()) {
            return;
        }
        events = listener;
        sound = new RtspSound(listener, target.transport());
        // silence of the media is watched here; a connection that carries signs of life only is not silent
        ConnectionLimits limits = new ConnectionLimits(target.limits().connect(), Duration.ZERO, 64 * 1024, 0);
        Connection called = loop.connect(target.address(), limits, new Line());
        connection = called;
        dialogue = new Dialogue(
                target.url().text(), target.login().map(Authorization::new).orElse(null), new Talk(called));
        timer = loop.after(TICK, this::tick);
    }

    private void tick() {
        Dialogue talk = dialogue;
        if (over || talk == null) {
            return;
        }
        long now = System.nanoTime();
        if (talk.askedNanos() != 0
                && now - talk.askedNanos() > target.limits().answer().toNanos()) {
            end(RtspFaults.NO_ANSWER);
        } else if (answered && now - lastPacketNanos > target.limits().silence().toNanos()) {
            end(packetSeen ? RtspFaults.SILENT : RtspFaults.NO_PACKET);
        } else {
            if (reorder != null) {
                reorder.checkTime(now);
            }
            if (talk.isPlaying() && now - lastSignNanos > TimeUnit.SECONDS.toNanos(talk.timeoutSeconds()) / 2) {
                lastSignNanos = now;
                talk.signOfLife();
            }
            timer = loop.after(TICK, this::tick);
        }
    }

    private void end(MediaFault cause) {
        SourceEvents listener = events;
        if (!over && listener != null) {
            release();
            listener.ended(cause);
        }
    }

    /** Says goodbye where that is due and frees everything. */
    private void release() {
        if (over) {
            return;
        }
        over = true;
        if (timer != null) {
            timer.cancel();
        }
        if (udp != null) {
            udp.close();
        }
        Connection called = connection;
        if (called != null) {
            if (called.isOpen() && dialogue != null && dialogue.tearDown()) {
                loop.after(GOODBYE, called::close);
            } else {
                called.close();
            }
        }
    }

    private void reached(StreamStep step) {
        if (over || events == null) {
            return;
        }
        if (step == StreamStep.ANSWERED) {
            if (answered) {
                return;
            }
            answered = true;
            lastPacketNanos = System.nanoTime();
            lastSignNanos = lastPacketNanos;
        }
        events.reached(step);
    }

    private void fault(MediaFault fault) {
        if (!over && events != null) {
            events.fault(fault);
        }
    }

    /** A packet of the video track, still with its header. */
    private void mediaPacket(ByteBuffer packet) {
        RtpVideo track = video;
        if (track == null || over) {
            return;
        }
        @Nullable MediaFault bad = track.examine(packet);
        if (bad != null) {
            if (foreignPackets++ % TELL_EACH == 0) {
                fault(bad);
            }
            if (++badPackets > MAX_BAD_PACKETS) {
                end(RtspFaults.RUBBISH);
            }
            return;
        }
        badPackets = 0;
        rubbishBytes = 0;
        long now = System.nanoTime();
        lastPacketNanos = now;
        if (!packetSeen) {
            packetSeen = true;
            // a camera may send before it has answered PLAY: that is an answer too
            reached(StreamStep.ANSWERED);
            reached(StreamStep.FIRST_PACKET);
        }
        track.take(packet, now);
    }

    /** A packet of the sender's reports. It is no sign of life: a camera may report and send no picture. */
    private void report(ByteBuffer packet) {
        SourceEvents listener = events;
        if (over || listener == null) {
            return;
        }
        if (SenderReport.isSound(packet)) {
            SenderReport.wallClock(packet, clock.instant()).ifPresent(listener::deviceClock);
        } else {
            foreign("rtcp-broken", "a report that makes no sense");
        }
    }

    private void foreign(String code, String detail) {
        if (foreignPackets++ % TELL_EACH == 0) {
            fault(new MediaFault(code, detail));
        }
    }

    /** The connection. */
    private final class Line implements ConnectionHandler {

        @Override
        public void opened(Connection line) {
            if (dialogue != null && !over) {
                dialogue.begin();
            }
        }

        @Override
        public void readable(Connection line, ByteBuffer bytes) {
            reader.read(bytes);
        }

        @Override
        public void closed(Connection line, CloseCause cause) {
            end(RtspFaults.closed(cause));
        }
    }

    /** What the reader cuts out of the stream. */
    private final class Incoming implements RtspReader.Receiver {

        @Override
        public void packet(int channel, ByteBuffer packet) {
            if (channel == mediaChannel) {
                mediaPacket(packet);
            } else if (channel == mediaChannel + 1) {
                RtspSource.this.report(packet);
            } else if (over || sound == null || !sound.takes(channel, packet)) {
                foreign("rtsp-channel", "a packet on a channel that was not agreed");
            }
        }

        @Override
        public void message(RtspMessage message) {
            if (over) {
                // the answer to our goodbye
                if (connection != null) {
                    connection.close();
                }
            } else if (dialogue != null) {
                date.hear(message, clock.instant(), events);
                dialogue.message(message);
            }
        }

        @Override
        public void rubbish(int bytes) {
            rubbishBytes += bytes;
            if (rubbishBytes > MAX_RUBBISH || !answered) {
                end(RtspFaults.RUBBISH);
            } else {
                fault(new MediaFault("rtsp-rubbish", bytes + " bytes made no sense"));
            }
        }
    }

    /** The conversation's other half. */
    private final class Talk implements Dialogue.Partner {

        private final Connection line;

        Talk(Connection line) {
            this.line = line;
        }

        @Override
        public void send(byte[] bytes) {
            if (!line.write(bytes)) {
                end(RtspFaults.NO_ANSWER);
            }
        }

        @Override
        public void reached(StreamStep step) {
            RtspSource.this.reached(step);
        }

        @Override
        public void fault(MediaFault fault) {
            RtspSource.this.fault(fault);
        }

        @Override
        public String described(SdpVideo chosen) {
            SourceEvents listener = events;
            if (over || listener == null) {
                return "";
            }
            PictureAssembler assembler =
                    new PictureAssembler(chosen.track().codec(), target.limits().pictureBytes());
            chosen.sets().forEach(set -> assembler.sets().offer(set, 0, set.length));
            video = new RtpVideo(chosen, assembler, new PictureGate(listener));
            if (target.transport() == RtspTransport.TCP) {
                return "RTP/AVP/TCP;unicast;interleaved=0-1";
            }
            Datagrams datagrams = new Datagrams();
            reorder = new RtpReorder(REORDER_WINDOW, target.limits().reorder().toNanos(), datagrams);
            Optional<UdpTrack> ports = UdpTrack.open(loop, target.address().getAddress(), datagrams);
            if (ports.isEmpty()) {
                end(RtspFaults.NO_PORT);
                return "";
            }
            UdpTrack track = ports.get();
            udp = track;
            return "RTP/AVP;unicast;client_port=" + track.port() + "-" + (track.port() + 1);
        }

        @Override
        public void agreed(TransportAnswer answer) {
            mediaChannel = answer.mediaChannel().orElse(0);
            if (udp != null && answer.serverPort().isPresent()) {
                udp.knock(new InetSocketAddress(
                        target.address().getAddress(), answer.serverPort().getAsInt()));
            }
        }

        @Override
        public String described(SdpSound told) {
            RtspSound own = sound;
            return own == null ? "" : own.wanted(told, mediaChannel + 2);
        }

        @Override
        public void agreedSound(TransportAnswer answer) {
            if (sound != null) {
                sound.agreed(answer);
            }
        }

        @Override
        public void failed(MediaFault cause) {
            end(cause);
        }
    }

    /** Packets beside the connection, which UDP may have mixed up. */
    private final class Datagrams implements UdpTrack.Receiver, RtpReorder.Receiver {

        @Override
        public void datagram(ByteBuffer packet) {
            RtpReorder order = reorder;
            if (order == null || packet.remaining() < RtpPacket.HEADER) {
                mediaPacket(packet);
            } else {
                order.offer(packet, packet.getShort(packet.position() + 2) & 0xffff, System.nanoTime());
            }
        }

        @Override
        public void report(ByteBuffer packet) {
            RtspSource.this.report(packet);
        }

        @Override
        public void packet(ByteBuffer packet) {
            mediaPacket(packet);
        }

        @Override
        public void stranger() {
            foreign("rtp-stranger", "a packet from somebody else than the camera");
        }

        @Override
        public void lost(int packets) {
            if (video != null && !over) {
                video.lost(packets);
            }
        }
    }
}
