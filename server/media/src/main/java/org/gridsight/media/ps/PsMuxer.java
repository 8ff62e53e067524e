package org.gridsight.media.ps;

import java.nio.ByteBuffer;
import org.gridsight.media.Codec;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;
import org.jspecify.annotations.Nullable;

/**
 * Packs pictures into a program stream (ISO/IEC 13818-1 section 2.5) as GB/T 28181 wants it: a pack for each picture, before
 * key pictures the system header and the map of the program, the picture in as many packets as its size needs. Keeps nothing
 * between pictures, so that any key picture may be the first.
 */
public final class PsMuxer {

    private static final int VIDEO = 0xe0;
    private static final int H264_STREAM = 0x1b;
    private static final int H265_STREAM = 0x24;
    /** How far decoding lies behind the stream's own clock: a decoder must have the bytes before it needs them. */
    private static final long DELAY = 9_000;
    /** In units of 50 bytes a second: 16 Mbit/s, a bound and no promise. */
    private static final int RATE = 40_000;

    private static final int PACK_BYTES = 14;
    private static final int SYSTEM_BYTES = 15;
    private static final int MAP_BYTES = 20;
    private static final int MAP_CHECKED = MAP_BYTES - 4;
    private static final int PES_BYTES = 9;
    private static final int TIME_BYTES = 5;
    private static final int LARGEST_PART = 60_000;
    private static final byte[] DELIMITER_264 = {0, 0, 0, 1, 0x09, (byte) 0xf0};
    private static final byte[] DELIMITER_265 = {0, 0, 0, 1, 0x46, 0x01, 0x50};
    private static final int POLYNOMIAL = 0x04c1_1db7;

    private final VideoFormat format;
    private final byte[] sets;
    private final byte[] delimiter;

    /** For the pictures of one format; another format needs another one. */
    public PsMuxer(VideoFormat format) {
        this.format = format;
        delimiter = format.codec() == Codec.H264 ? DELIMITER_264 : DELIMITER_265;
        int length = format.sets().stream().mapToInt(set -> set.length + 4).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        format.sets().forEach(set -> all.putInt(1).put(set));
        sets = all.array();
    }

    /** One picture as a piece of program stream. */
    public byte[] picture(Fragment fragment) {
        byte[] video = elementary(fragment);
        int parts = (video.length + LARGEST_PART - 1) / LARGEST_PART;
        int heads = PACK_BYTES + (fragment.key() ? SYSTEM_BYTES + MAP_BYTES : 0);
        ByteBuffer out = ByteBuffer.allocate(heads + parts * PES_BYTES + 2 * TIME_BYTES + video.length);
        pack(out, fragment.time90k());
        if (fragment.key()) {
            system(out);
            map(out);
        }
        for (int from = 0; from < video.length; from += LARGEST_PART) {
            int count = Math.min(LARGEST_PART, video.length - from);
            packet(out, count, from == 0 ? fragment : null);
            out.put(video, from, count);
        }
        byte[] whole = new byte[out.position()];
        out.flip().get(whole);
        return whole;
    }

    /** With start codes in place of lengths, and with what a decoder needs before a key picture. */
    private byte[] elementary(Fragment fragment) {
        byte[] sample = fragment.bytes();
        int from = Fragment.SAMPLE_OFFSET;
        int ahead = delimiter.length + (fragment.key() ? sets.length : 0);
        ByteBuffer out = ByteBuffer.allocate(ahead + sample.length - from);
        out.put(delimiter);
        if (fragment.key()) {
            out.put(sets);
        }
        ByteBuffer in = ByteBuffer.wrap(sample);
        in.position(from);
        while (in.remaining() > 4) {
            int length = Math.min(in.getInt(), in.remaining());
            out.putInt(1).put(sample, in.position(), length);
            in.position(in.position() + length);
        }
        return out.array();
    }

    private static void pack(ByteBuffer out, long time) {
        long clock = time & (1L << 33) - 1;
        out.putInt(0x1ba);
        // 01, three pieces of the clock each before a marker, no extension, marker
        out.put((byte) (0x44 | clock >> 27 & 0x38 | clock >> 28 & 0x03));
        out.put((byte) (clock >> 20));
        out.put((byte) (clock >> 12 & 0xf8 | 0x04 | clock >> 13 & 0x03));
        out.put((byte) (clock >> 5));
        out.put((byte) ((clock << 3 & 0xf8) | 0x04)).put((byte) 1);
        out.put((byte) (RATE >> 14)).put((byte) (RATE >> 6)).put((byte) (RATE << 2 | 3));
        out.put((byte) 0xf8);
    }

    /** One video stream, no sound. */
    private static void system(ByteBuffer out) {
        out.putInt(0x1bb).putShort((short) (SYSTEM_BYTES - 6));
        out.put((byte) (0x80 | RATE >> 15)).put((byte) (RATE >> 7)).put((byte) (RATE << 1 | 1));
        out.put((byte) 0).put((byte) 0x21).put((byte) 0x7f);
        // a buffer of 1,024 times 1,024 bytes
        out.put((byte) VIDEO).putShort((short) (0xe000 | 1_024));
    }

    private void map(ByteBuffer out) {
        int start = out.position();
        out.putInt(0x1bc).putShort((short) (MAP_BYTES - 6));
        out.put((byte) 0xe0).put((byte) 0xff).putShort((short) 0).putShort((short) 4);
        out.put((byte) (format.codec() == Codec.H264 ? H264_STREAM : H265_STREAM));
        out.put((byte) VIDEO).putShort((short) 0);
        out.putInt(check(out.array(), start, start + MAP_CHECKED));
    }

    /** CRC-32 of MPEG: highest bit first, nothing turned round (annex A). */
    static int check(byte[] data, int from, int to) {
        int sum = -1;
        for (int i = from; i < to; i++) {
            sum ^= data[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }

    /** @param timed the picture whose times the packet carries; null when it is not its first */
    private static void packet(ByteBuffer out, int count, @Nullable Fragment timed) {
        boolean twoTimes = timed != null && timed.shown90k() != timed.time90k();
        int times = timed == null ? 0 : twoTimes ? 2 * TIME_BYTES : TIME_BYTES;
        out.putInt(0x100 | VIDEO).putShort((short) (3 + times + count));
        out.put((byte) (timed == null ? 0x80 : 0x84));
        out.put((byte) (timed == null ? 0 : twoTimes ? 0xc0 : 0x80)).put((byte) times);
        if (timed != null) {
            time(out, twoTimes ? 3 : 2, timed.shown90k() + DELAY);
            if (twoTimes) {
                time(out, 1, timed.time90k() + DELAY);
            }
        }
    }

    private static void time(ByteBuffer out, int kind, long time) {
        out.put((byte) (kind << 4 | time >> 29 & 0x0e | 1));
        out.putShort((short) (time >> 14 & 0xfffe | 1));
        out.putShort((short) (time << 1 & 0xfffe | 1));
    }
}
