package org.gridsight.media.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gridsight.media.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the byte stream of an RTSP connection into messages and interleaved packets, which may be split at any byte. A packet
 * that came whole is handed on where it lies; only cut ones are copied. After rubbish it looks for the next packet or message.
 */
final class RtspReader {

    /** What was found. */
    interface Receiver {

        /** A packet of a channel; lent for this call. */
        void packet(int channel, ByteBuffer packet);

        void message(RtspMessage message);

        /** So many bytes made no sense and were passed over. */
        void rubbish(int bytes);
    }

    static final int MAX_HEAD = 32 * 1024;
    static final int MAX_BODY = 256 * 1024;

    private static final int FRAME_HEADER = 4;
    /** We never ask for higher ones; a few servers count on by themselves. */
    private static final int MAX_CHANNEL = 15;

    private enum State {
        BORDER,
        FRAME,
        HEAD,
        BODY,
        LOST
    }

    private final Receiver receiver;
    private State state = State.BORDER;
    private byte[] held = new byte[2048];
    private int heldCount;
    private int bodyLength;
    private @Nullable RtspMessage head;
    private boolean stopped;

    RtspReader(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Takes all of the buffer. */
    void read(ByteBuffer in) {
        while (in.hasRemaining() && !stopped) {
            switch (state) {
                case BORDER -> border(in);
                case FRAME -> frame(in);
                case HEAD -> head(in);
                case BODY -> body(in);
                case LOST -> lost(in);
            }
        }
    }

    /** Hands nothing more on. */
    void stop() {
        stopped = true;
    }

    private void border(ByteBuffer in) {
        int at = in.position();
        int first = in.get(at);
        if (first == '$') {
            if (!wholeFrame(in, at)) {
                state = State.FRAME;
            }
        } else if (first == '\r' || first == '\n') {
            in.get();
        } else if (first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z') {
            state = State.HEAD;
        } else {
            state = State.LOST;
        }
    }

    /** The usual case. False when the frame goes on beyond the buffer. */
    private boolean wholeFrame(ByteBuffer in, int at) {
        int left = in.limit() - at;
        if (left < FRAME_HEADER) {
            return false;
        }
        int length = in.getShort(at + 2) & 0xffff;
        int channel = in.get(at + 1) & 0xff;
        if (channel > MAX_CHANNEL) {
            state = State.LOST;
            return true;
        }
        if (left < FRAME_HEADER + length) {
            return false;
        }
        int limit = in.limit();
        int next = at + FRAME_HEADER + length;
        in.limit(next).position(at + FRAME_HEADER);
        receiver.packet(channel, in);
        in.limit(limit).position(next);
        return true;
    }

    /** A frame that comes in pieces: first its header, then as much as that says. */
    private void frame(ByteBuffer in) {
        take(in, FRAME_HEADER - heldCount);
        if (heldCount < FRAME_HEADER) {
            return;
        }
        int channel = held[1] & 0xff;
        if (channel > MAX_CHANNEL) {
            giveUp();
            return;
        }
        int whole = FRAME_HEADER + ((held[2] & 0xff) << 8 | held[3] & 0xff);
        take(in, whole - heldCount);
        if (heldCount == whole) {
            heldCount = 0;
            state = State.BORDER;
            receiver.packet(channel, ByteBuffer.wrap(held, FRAME_HEADER, whole - FRAME_HEADER));
        }
    }

    private void head(ByteBuffer in) {
        while (in.hasRemaining()) {
            byte next = in.get();
            if (heldCount >= MAX_HEAD || (next >= 0 && next < ' ' && next != '\r' && next != '\n' && next != '\t')) {
                in.position(in.position() - 1);
                giveUp();
                return;
            }
            room(1);
            held[heldCount++] = next;
            if (next == '\n' && endsHead()) {
                headDone();
                return;
            }
        }
    }

    /** An empty line, with or without carriage returns. */
    private boolean endsHead() {
        int at = heldCount - 2;
        if (at >= 0 && held[at] == '\r') {
            at--;
        }
        return at >= 0 && held[at] == '\n';
    }

    private void headDone() {
        @Nullable RtspMessage message = RtspMessage.parse(new String(held, 0, heldCount, UTF_8));
        int length = message == null ? -1 : Math.max(0, message.number("content-length"));
        if (message == null || length > MAX_BODY) {
            giveUp();
            return;
        }
        heldCount = 0;
        if (length == 0) {
            state = State.BORDER;
            receiver.message(message);
        } else {
            head = message;
            bodyLength = length;
            state = State.BODY;
        }
    }

    private void body(ByteBuffer in) {
        take(in, bodyLength - heldCount);
        @Nullable RtspMessage message = head;
        if (heldCount == bodyLength && message != null) {
            String text = new String(held, 0, heldCount, UTF_8);
            heldCount = 0;
            head = null;
            state = State.BORDER;
            receiver.message(message.withBody(text));
        }
    }

    /** Passes over bytes up to what looks like a packet of RTP or RTCP, or a response. */
    private void lost(ByteBuffer in) {
        int from = in.position();
        int at = from;
        while (at < in.limit() && (at == from || !looksGood(in, at))) {
            at++;
        }
        in.position(at);
        if (at < in.limit()) {
            state = State.BORDER;
        }
        receiver.rubbish(at - from);
    }

    private static boolean looksGood(ByteBuffer in, int at) {
        int left = in.limit() - at;
        int first = in.get(at);
        if (first == '$') {
            return (left < 2 || (in.get(at + 1) & 0xff) <= MAX_CHANNEL)
                    && (left < 4 || (in.getShort(at + 2) & 0xffff) >= RtpPacket.HEADER - 4)
                    && (left < 5 || (in.get(at + 4) & 0xc0) == 0x80);
        }
        return first == 'R' && (left < 2 || in.get(at + 1) == 'T') && (left < 3 || in.get(at + 2) == 'S');
    }

    private void giveUp() {
        int passed = heldCount;
        heldCount = 0;
        state = State.LOST;
        receiver.rubbish(passed);
    }

    private void take(ByteBuffer in, int wanted) {
        int count = Math.min(wanted, in.remaining());
        if (count > 0) {
            room(count);
            in.get(held, heldCount, count);
            heldCount += count;
        }
    }

    private void room(int count) {
        if (heldCount + count > held.length) {
            held = Arrays.copyOf(held, Math.max(heldCount + count, held.length * 2));
        }
    }
}
