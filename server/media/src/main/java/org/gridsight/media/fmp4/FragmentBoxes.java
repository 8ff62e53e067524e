package org.gridsight.media.fmp4;

import java.nio.ByteBuffer;

/** The boxes moof and mdat around one picture, at fixed places (ISO/IEC 14496-12, 8.8). */
final class FragmentBoxes {

    private static final int TRUN = 36;
    private static final int TRAF = 8 + 16 + 20 + TRUN;
    private static final int MOOF = 8 + 16 + TRAF;

    /** Bytes before the picture. */
    static final int LENGTH = MOOF + 8;

    /** Where a fragment keeps its number and its decoding time. */
    private static final int SEQUENCE = 8 + 8 + 4;

    private static final int DECODE_TIME = 8 + 16 + 8 + 16 + 8 + 4;

    private static final int DEFAULT_BASE_IS_MOOF = 0x020000;
    // data offset, and of each sample: duration, size, flags, composition offset
    private static final int TRUN_FLAGS = 0x000f01;
    private static final int KEY = 0x02000000;
    private static final int NOT_KEY = 0x01010000;

    private FragmentBoxes() {}

    static byte[] write(int sequence, byte[] sample, boolean key, Timeline.Times times) {
        ByteBuffer out = ByteBuffer.allocate(LENGTH + sample.length);
        box(out, MOOF, "moof");
        box(out, 16, "mfhd").putInt(0).putInt(sequence);
        box(out, TRAF, "traf");
        box(out, 16, "tfhd").putInt(DEFAULT_BASE_IS_MOOF).putInt(MovieBoxes.TRACK);
        box(out, 20, "tfdt").putInt(0x01000000).putLong(times.decode());
        box(out, TRUN, "trun").putInt(TRUN_FLAGS).putInt(1).putInt(LENGTH);
        out.putInt(times.duration())
                .putInt(sample.length)
                .putInt(key ? KEY : NOT_KEY)
                .putInt(times.offset());
        return box(out, 8 + sample.length, "mdat").put(sample).array();
    }

    /** From decoding to showing; the last thing before the picture's own box. */
    static int offset(byte[] fragment) {
        return ByteBuffer.wrap(fragment).getInt(MOOF - 4);
    }

    static byte[] moved(byte[] fragment, int sequence, long decodeTime) {
        byte[] copy = fragment.clone();
        ByteBuffer.wrap(copy).putInt(SEQUENCE, sequence).putLong(DECODE_TIME, decodeTime);
        return copy;
    }

    /** @param head the first {@link #LENGTH} bytes of a fragment */
    static long decodeTime(ByteBuffer head) {
        return head.getLong(head.position() + DECODE_TIME);
    }

    static ByteBuffer box(ByteBuffer out, int length, String type) {
        out.putInt(length);
        for (int i = 0; i < 4; i++) {
            out.put((byte) type.charAt(i));
        }
        return out;
    }
}
