package org.gridsight.media.ps;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gridsight.media.MediaFault;

/**
 * Finds the video in a program stream (ISO/IEC 13818-1 section 2.5). Bytes may come in any pieces; video goes on at once, so
 * little more than one header is ever held. The program stream map is not needed and not believed: what the video is, its NAL
 * units say. Between start codes of the system nothing below 0xB9 is understood, which is also how it finds its way back.
 */
final class PsParser {

    private static final int PACK = 0xba;
    private static final int END = 0xb9;
    private static final int MAP = 0xbc;
    private static final int FIRST_SOUND = 0xc0;
    private static final int LAST_SOUND = 0xdf;
    private static final int FIRST_VIDEO = 0xe0;
    private static final int LAST_VIDEO = 0xef;
    private static final int PACK_BYTES = 14;
    private static final int OLD_PACK_BYTES = 12;
    /** A program stream map is at most 1,018 bytes long; a longer one is garbage. */
    private static final int MAX_MAP = 1_018;

    private static final int CHECKSUM = 4;

    /** What the bytes that come next are. */
    private enum State {
        /** A start code of the system is due, or must be looked for. */
        START_CODE,
        /** So many bytes of video, or of something to skip, are left. */
        COUNTED,
        /** Video up to the next start code of the system: the PES packet had no length. */
        ENDLESS
    }

    private final VideoSink sink;
    private byte[] data = new byte[4_096];
    private int from;
    private int to;
    private State state = State.START_CODE;
    private boolean video;
    private boolean sound;
    private int left;
    private long pts = VideoSink.NO_TIME;
    private boolean lookingFor;
    private int videoStream = -1;
    private boolean packSeen;
    private boolean videoSeen;

    PsParser(VideoSink sink) {
        this.sink = sink;
    }

    /** Whether a pack header has come: it is a program stream. */
    boolean hasSeenPack() {
        return packSeen;
    }

    boolean hasSeenVideo() {
        return videoSeen;
    }

    /** Whether no counted packet is unfinished. */
    boolean isAtBoundary() {
        return state != State.COUNTED || !video || left == 0;
    }

    /** Begins to look for the next start code; what was begun is lost. */
    void reset() {
        from = to;
        state = State.START_CODE;
        lookingFor = true;
    }

    /** Takes the payload of one RTP packet, or any other piece. */
    void feed(ByteBuffer bytes) {
        if (state == State.COUNTED && left > to - from && startsWithPack(bytes)) {
            // the device broke off a packet: no picture holds these four bytes
            if (video) {
                sink.broken(new MediaFault("ps-half-picture", "a packet was broken off"));
            }
            reset();
        }
        int count = bytes.remaining();
        makeRoom(count);
        bytes.get(data, to, count);
        to += count;
        boolean more = true;
        while (more && from < to) {
            more = switch (state) {
                case START_CODE -> startCode();
                case COUNTED -> counted();
                case ENDLESS -> endless(false);
            };
        }
    }

    /** The packets of a picture are over: video without a length that is still held goes on. */
    void flush() {
        if (state == State.ENDLESS) {
            endless(true);
        }
    }

    private static boolean startsWithPack(ByteBuffer bytes) {
        return bytes.remaining() >= 4 && bytes.getInt(bytes.position()) == 0x0000_0100 + PACK;
    }

    private void makeRoom(int count) {
        if (from > 0) {
            System.arraycopy(data, from, data, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to + count > data.length) {
            data = Arrays.copyOf(data, Math.max(to + count, data.length * 2));
        }
    }

    private boolean startCode() {
        int found = systemStart(from);
        if (found != from) {
            skipGarbage(found);
            return found >= 0;
        }
        int code = data[from + 3] & 0xff;
        if (code == PACK) {
            return pack();
        }
        if (code == END) {
            from += 4;
            return true;
        }
        if (to - from < 6) {
            return false;
        }
        int length = (data[from + 4] & 0xff) << 8 | data[from + 5] & 0xff;
        if (code >= FIRST_VIDEO && code <= LAST_VIDEO) {
            return videoPacket(code, length);
        }
        if (code == MAP && length > MAX_MAP) {
            garbage();
            return true;
        }
        if (code >= FIRST_SOUND && code <= LAST_SOUND && sink.wantsSound()) {
            return soundPacket(length);
        }
        if (code == MAP && sink.wantsSound()) {
            if (to - from < 6 + length) {
                return false;
            }
            readMap(from + 6, from + 6 + length);
        }
        // system header, map, sound, private streams: known by their length alone
        from += 6;
        skip(length);
        return true;
    }

    /** Where the next start code of the system begins, at or after a place; -1 when none does. */
    private int systemStart(int begin) {
        for (int i = begin; i + 3 < to; i++) {
            if (data[i] == 0 && data[i + 1] == 0 && data[i + 2] == 1 && (data[i + 3] & 0xff) >= END) {
                return i;
            }
        }
        return -1;
    }

    private void skipGarbage(int found) {
        // three bytes may be the beginning of a start code
        int until = found >= 0 ? found : Math.max(from, to - 3);
        boolean nothing = true;
        for (int i = from; i < until; i++) {
            // zeros between packets are stuffing
            nothing &= data[i] == 0;
        }
        if (!nothing && !lookingFor) {
            lookingFor = true;
            sink.fault(new MediaFault("ps-garbage", "bytes between packets that are none"));
        }
        from = until;
    }

    private void garbage() {
        from += 4;
        if (!lookingFor) {
            lookingFor = true;
            sink.fault(new MediaFault("ps-garbage", "a packet header that makes no sense"));
        }
    }

    private boolean pack() {
        if (to - from < PACK_BYTES) {
            return false;
        }
        packSeen = true;
        lookingFor = false;
        if ((data[from + 4] & 0xc0) == 0x40) {
            int stuffing = data[from + 13] & 0x07;
            from += PACK_BYTES;
            skip(stuffing);
        } else if ((data[from + 4] & 0xf0) == 0x20) {
            from += OLD_PACK_BYTES;
        } else {
            garbage();
        }
        return true;
    }

    private boolean videoPacket(int code, int length) {
        if (to - from < PesHeader.FIXED) {
            return false;
        }
        int header = data[from + 8] & 0xff;
        int payload = length - 3 - header;
        if (!PesHeader.isValid(data, from) || (length > 0 && payload < 0)) {
            garbage();
            return true;
        }
        if (to - from < PesHeader.FIXED + header) {
            return false;
        }
        // a second video stream is left alone
        video = videoStream < 0 || videoStream == code;
        sound = false;
        if (video) {
            videoStream = code;
            videoSeen = true;
            pts = PesHeader.pts(data, from);
        }
        lookingFor = false;
        from += PesHeader.FIXED + header;
        left = payload;
        state = length == 0 ? State.ENDLESS : State.COUNTED;
        return true;
    }

    private boolean soundPacket(int length) {
        if (to - from < PesHeader.FIXED) {
            return false;
        }
        int header = data[from + 8] & 0xff;
        int payload = length - 3 - header;
        if (!PesHeader.isValid(data, from) || payload < 0) {
            from += 6;
            skip(length);
            return true;
        }
        if (to - from < PesHeader.FIXED + header) {
            return false;
        }
        from += PesHeader.FIXED + header;
        skip(payload);
        sound = true;
        return true;
    }

    /** The map says what the sound is; of the video it is not believed. */
    private void readMap(int begin, int end) {
        int at = begin + 4 + (begin + 4 <= end ? (data[begin + 2] & 0xff) << 8 | data[begin + 3] & 0xff : 0) + 2;
        while (at + 4 <= end - CHECKSUM) {
            int stream = data[at + 1] & 0xff;
            if (stream >= FIRST_SOUND && stream <= LAST_SOUND) {
                sink.soundType(data[at] & 0xff);
                return;
            }
            at += 4 + ((data[at + 2] & 0xff) << 8 | data[at + 3] & 0xff);
        }
    }

    private void skip(int bytes) {
        video = false;
        sound = false;
        left = bytes;
        state = State.COUNTED;
    }

    private boolean counted() {
        int count = Math.min(left, to - from);
        give(from, from + count);
        from += count;
        left -= count;
        if (left == 0) {
            state = State.START_CODE;
        }
        return true;
    }

    private boolean endless(boolean all) {
        int found = systemStart(from);
        int until = found >= 0 ? found : all ? to : Math.max(from, to - 3);
        give(from, until);
        from = until;
        if (found >= 0) {
            state = State.START_CODE;
            return true;
        }
        return false;
    }

    private void give(int begin, int end) {
        if (video && end > begin) {
            sink.video(data, begin, end, pts);
            pts = VideoSink.NO_TIME;
        } else if (sound && end > begin) {
            sink.sound(data, begin, end);
        }
    }
}
