package org.gridsight.media.ps;

import java.nio.ByteBuffer;
import org.gridsight.media.MediaFault;

/**
 * Finds the video in a transport stream (ISO/IEC 13818-1 section 2.4), which some devices send though they promised a program
 * stream. One programme, its first H.264 or H.265 stream.
 */
final class TsParser {

    static final int PACKET = 188;
    private static final int SYNC = 0x47;
    private static final int H264 = 0x1b;
    private static final int H265 = 0x24;
    private static final int NONE = -1;

    private final VideoSink sink;
    private final byte[] packet = new byte[PACKET];
    private int filled;
    private int mapPid = NONE;
    private int videoPid = NONE;
    private int counter = NONE;
    private long left;
    private boolean inPacket;
    private boolean lookingFor;

    TsParser(VideoSink sink) {
        this.sink = sink;
    }

    /** Whether a payload consists of packets of a transport stream. */
    static boolean isTransportStream(ByteBuffer payload) {
        int start = payload.position();
        int length = payload.remaining();
        if (length < PACKET || length % PACKET != 0) {
            return false;
        }
        for (int i = start; i < start + length; i += PACKET) {
            if (payload.get(i) != SYNC) {
                return false;
            }
        }
        return true;
    }

    boolean hasSeenVideo() {
        return inPacket;
    }

    void reset() {
        filled = 0;
        inPacket = false;
        counter = NONE;
    }

    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), PACKET - filled);
            bytes.get(packet, filled, count);
            filled += count;
            if (packet[0] != SYNC) {
                resync();
            } else if (filled == PACKET) {
                filled = 0;
                take();
            }
        }
    }

    private void resync() {
        if (!lookingFor) {
            lookingFor = true;
            sink.fault(new MediaFault("ts-garbage", "a packet without its first byte"));
        }
        int next = 1;
        while (next < filled && packet[next] != SYNC) {
            next++;
        }
        System.arraycopy(packet, next, packet, 0, filled - next);
        filled -= next;
    }

    private void take() {
        lookingFor = false;
        int pid = (packet[1] & 0x1f) << 8 | packet[2] & 0xff;
        boolean starts = (packet[1] & 0x40) != 0;
        int adaptation = packet[3] >> 4 & 0x03;
        int from = 4;
        if ((adaptation & 0x02) != 0) {
            from += 1 + (packet[4] & 0xff);
        }
        if ((adaptation & 0x01) == 0 || from >= PACKET) {
            return;
        }
        if (pid == 0 && starts) {
            associations(from);
        } else if (pid == mapPid && starts) {
            map(from);
        } else if (pid == videoPid) {
            checkCounter();
            video(from, starts);
        }
    }

    /** The programme association table: where the map of the first programme is. */
    private void associations(int from) {
        int at = from + 1 + (packet[from] & 0xff) + 8;
        while (at + 4 <= PACKET) {
            int programme = (packet[at] & 0xff) << 8 | packet[at + 1] & 0xff;
            if (programme != 0) {
                mapPid = (packet[at + 2] & 0x1f) << 8 | packet[at + 3] & 0xff;
                return;
            }
            at += 4;
        }
    }

    private void map(int from) {
        int table = from + 1 + (packet[from] & 0xff);
        if (table + 12 > PACKET || packet[table] != 0x02) {
            return;
        }
        int end = Math.min(PACKET, table + 3 + ((packet[table + 1] & 0x0f) << 8 | packet[table + 2] & 0xff) - 4);
        int at = table + 12 + ((packet[table + 10] & 0x0f) << 8 | packet[table + 11] & 0xff);
        while (at + 5 <= end) {
            int type = packet[at] & 0xff;
            if (type == H264 || type == H265) {
                videoPid = (packet[at + 1] & 0x1f) << 8 | packet[at + 2] & 0xff;
                return;
            }
            at += 5 + ((packet[at + 3] & 0x0f) << 8 | packet[at + 4] & 0xff);
        }
    }

    private void checkCounter() {
        int now = packet[3] & 0x0f;
        if (counter != NONE && now != (counter + 1 & 0x0f) && now != counter) {
            inPacket = false;
            sink.broken(new MediaFault("ts-lost", "packets of the transport stream are missing"));
        }
        counter = now;
    }

    private void video(int from, boolean starts) {
        int begin = from;
        long pts = VideoSink.NO_TIME;
        if (starts) {
            sink.pictureEnd();
            int header = PesHeader.FIXED + (from + PesHeader.FIXED <= PACKET ? packet[from + 8] & 0xff : PACKET);
            inPacket = from + header <= PACKET && isPes(from);
            if (!inPacket) {
                sink.fault(new MediaFault("ts-garbage", "a packet header that makes no sense"));
                return;
            }
            int length = (packet[from + 4] & 0xff) << 8 | packet[from + 5] & 0xff;
            left = length == 0 ? Long.MAX_VALUE : length + 6L - header;
            pts = PesHeader.pts(packet, from);
            begin += header;
        }
        if (inPacket) {
            int end = begin + (int) Math.min(PACKET - begin, Math.max(0, left));
            left -= end - begin;
            sink.video(packet, begin, end, pts);
            if (left == 0) {
                sink.pictureEnd();
            }
        }
    }

    private boolean isPes(int at) {
        return packet[at] == 0 && packet[at + 1] == 0 && packet[at + 2] == 1 && PesHeader.isValid(packet, at);
    }
}
