package org.gridsight.media.rtsp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.SoundTaker;
import org.gridsight.media.rtp.RtpPacket;

/**
 * Frames of AAC out of one track's RTP packets (RFC 3640, mode AAC-hbr): each with a list of lengths before its frames. A frame
 * that is spread over packets is put together; what does not fit is left out, which costs some hundredths of a second of sound.
 */
final class RtpSound {

    private static final int MOST_FRAMES = 64;
    private static final int HEADER_BITS = 16;
    private static final int MOST_FRAME = 8_191;

    private final SdpSound track;
    private final SoundTaker taker;
    private final RtpPacket packet = new RtpPacket();
    private byte[] whole = new byte[0];
    private int filled;
    private int expected = -1;

    RtpSound(SdpSound track, SoundTaker taker) {
        this.track = track;
        this.taker = taker;
    }

    /** The camera will send it. */
    void begin() {
        taker.format(track.format());
    }

    /** Takes one packet with its header. */
    void packet(ByteBuffer bytes, long arrivedNanos) {
        if (!packet.parse(bytes) || packet.payloadType() != track.payloadType() || bytes.remaining() < 4) {
            return;
        }
        if (packet.sequence() != expected) {
            whole = new byte[0];
        }
        expected = packet.sequence() + 1 & 0xffff;
        int bits = bytes.getShort() & 0xffff;
        int count = bits / HEADER_BITS;
        if (bits % HEADER_BITS != 0 || count == 0 || count > MOST_FRAMES || bytes.remaining() < 2 * count) {
            return;
        }
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = (bytes.getShort() & 0xffff) >> 3;
        }
        if (count == 1 && lengths[0] > bytes.remaining()) {
            piece(bytes, lengths[0], arrivedNanos);
        } else {
            frames(bytes, lengths, arrivedNanos);
        }
    }

    private void frames(ByteBuffer bytes, int[] lengths, long arrivedNanos) {
        List<byte[]> frames = new ArrayList<>();
        for (int length : lengths) {
            if (length > bytes.remaining()) {
                break;
            }
            byte[] frame = new byte[length];
            bytes.get(frame);
            if (length > 0) {
                frames.add(frame);
            }
        }
        if (!frames.isEmpty()) {
            taker.frames(frames, arrivedNanos);
        }
    }

    private void piece(ByteBuffer bytes, int length, long arrivedNanos) {
        if (whole.length != length) {
            whole = new byte[Math.min(length, MOST_FRAME)];
            filled = 0;
        }
        int count = Math.min(bytes.remaining(), whole.length - filled);
        bytes.get(whole, filled, count);
        filled += count;
        if (filled == whole.length) {
            taker.frames(List.of(whole), arrivedNanos);
            whole = new byte[0];
        }
    }
}
