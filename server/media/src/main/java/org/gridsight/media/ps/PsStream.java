package org.gridsight.media.ps;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.rtp.RtpClock;
import org.gridsight.media.rtp.RtpPacket;

/**
 * Makes pictures of the RTP packets of one device. A picture ends where the marker says so, where the timestamp changes, where
 * the time inside the stream changes, or where its NAL units begin another: devices leave out any three of these. None
 * is believed before what followed a key picture has shown it right ({@link EndSigns}). Belongs to the thread of its sockets, {@link #whyNoPicture} excepted.
 */
final class PsStream implements VideoSink {

    /** The letters that begin and end each frame of a large maker's own stream. */
    private static final int DHAV = 0x4448_4156;

    /** Bytes of something else after which it is called so. */
    private static final int PATIENCE = 64 * 1024;

    private static final MediaFault PRIVATE_STREAM = new MediaFault(
            "ps-dhav", "the maker's own stream (DHAV) comes where a program stream was promised: set the device to PS");

    private final SourceEvents events;
    private final VideoCutter cutter;
    private final Optional<PsSound> sound;
    private final PsParser programme = new PsParser(this);
    private final TsParser transport = new TsParser(this);
    private final RtpClock clock = new RtpClock();
    private boolean isTransport;
    private boolean endedByMarker;
    private boolean begun;
    private boolean timesDiffer;
    private long timestamp;
    private int timeless;
    private long strangeBytes;
    // read by the station's thread to name the cause
    private volatile String furthest = "ps-no-pack";

    PsStream(SourceEvents events) {
        this.events = events;
        cutter = new VideoCutter(events);
        sound = events.sound().map(PsSound::new);
    }

    /** One packet in order: its header as read, its payload as the buffer's content. */
    void packet(RtpPacket header, ByteBuffer payload) {
        if (!payload.hasRemaining()) {
            return;
        }
        if (begun && header.timestamp() != timestamp) {
            timesDiffer = true;
            if (!isTransport && programme.isAtBoundary()) {
                programme.flush();
                cutter.sign(EndSign.TIMESTAMP, true);
            }
        } else if (begun && !endedByMarker && !timesDiffer && isPack(payload) && programme.isAtBoundary()) {
            // a device whose clock stands still and that marks nothing: a pack for each picture is all there is
            programme.flush();
            cutter.awaitNext(false);
            timeless++;
        }
        begun = true;
        endedByMarker = false;
        timestamp = header.timestamp();
        long time = clock.unwrap(timestamp);
        cutter.setPacketTime(timeless > 2 && !timesDiffer ? System.nanoTime() / 100_000 * 9 : time);
        feed(payload);
        if (header.marker() && !isTransport && programme.isAtBoundary()) {
            programme.flush();
            endedByMarker = cutter.sign(EndSign.MARKER, timesDiffer);
            timeless += timesDiffer || !endedByMarker ? 0 : 1;
        }
        noteProgress();
    }

    /** Packets did not come. */
    void lost(int packets) {
        programme.reset();
        transport.reset();
        cutter.broken(new MediaFault("rtp-lost", packets + " packets did not come"));
        endedByMarker = false;
    }

    /** What is missing for a first picture. */
    MediaFault whyNoPicture() {
        String code = furthest;
        return switch (code) {
            case "ps-dhav" -> PRIVATE_STREAM;
            case "ps-no-pack" -> new MediaFault(code, "packets come, but no program stream is in them");
            case "ps-no-video" -> new MediaFault(code, "a program stream comes, but no video is in it");
            case "ps-codec-unknown" -> new MediaFault(code, "video comes, but it is neither H.264 nor H.265");
            default -> new MediaFault(code, "video comes, but no key picture that a decoder can begin with");
        };
    }

    private static boolean isPack(ByteBuffer payload) {
        return payload.remaining() >= 4 && payload.getInt(payload.position()) == 0x0000_01ba;
    }

    private void feed(ByteBuffer payload) {
        if (!programme.hasSeenPack()) {
            if (!isTransport && TsParser.isTransportStream(payload)) {
                isTransport = true;
                events.fault(new MediaFault("ps-is-ts", "a transport stream came in place of a program stream"));
            }
            noteStrange(payload);
        }
        if (isTransport) {
            transport.feed(payload);
        } else {
            programme.feed(payload);
        }
    }

    private void noteStrange(ByteBuffer payload) {
        if (payload.remaining() >= 4 && payload.getInt(payload.position()) == DHAV && !furthest.equals("ps-dhav")) {
            furthest = "ps-dhav";
            events.fault(PRIVATE_STREAM);
        }
        strangeBytes += payload.remaining();
        if (!isTransport && strangeBytes > PATIENCE) {
            strangeBytes = 0;
            events.fault(
                    furthest.equals("ps-dhav")
                            ? PRIVATE_STREAM
                            : new MediaFault("ps-no-pack", "packets come, but no program stream is in them"));
        }
    }

    private void noteProgress() {
        boolean video = programme.hasSeenVideo() || transport.hasSeenVideo();
        if (cutter.knowsCodec()) {
            furthest = "ps-no-keyframe";
        } else if (video) {
            furthest = "ps-codec-unknown";
        } else if (programme.hasSeenPack() || isTransport) {
            furthest = "ps-no-video";
        }
    }

    @Override
    public void video(byte[] data, int from, int to, long pts) {
        timesDiffer |= pts != NO_TIME;
        cutter.video(data, from, to, pts);
    }

    @Override
    public boolean wantsSound() {
        return sound.isPresent();
    }

    @Override
    public void sound(byte[] data, int from, int to) {
        sound.ifPresent(taker -> taker.feed(data, from, to));
    }

    @Override
    public void soundType(int type) {
        sound.ifPresent(taker -> taker.type(type));
    }

    @Override
    public void pictureEnd() {
        if (!cutter.sign(EndSign.MARKER, true)) {
            cutter.awaitNext(true);
        }
    }

    @Override
    public void broken(MediaFault why) {
        cutter.broken(why);
    }

    @Override
    public void fault(MediaFault fault) {
        events.fault(fault);
    }
}
