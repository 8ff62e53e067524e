package org.gridsight.media;

import java.util.Arrays;

/**
 * The SEI message by which an H.264 stream names a picture to begin with that is no IDR picture (ITU-T H.264 D.2.8): at open
 * groups, and with gradual refresh, where the picture is whole some pictures later.
 */
final class RecoveryPoint {

    private static final int SEI = 6;
    private static final int MESSAGE = 6;
    private static final int MOST_MESSAGES = 16;
    /** Ten seconds of a usual camera: nobody waits longer for a picture to become whole. */
    private static final int MOST_PICTURES = 250;

    private RecoveryPoint() {}

    /** Whether this NAL unit is such an SEI, and what follows is whole before long. */
    static boolean isIn(byte[] data, int from, int to) {
        if (to - from < 4 || NalUnits.type(Codec.H264, data[from]) != SEI) {
            return false;
        }
        NalBits bits = new NalBits(Arrays.copyOfRange(data, from, to), 1);
        for (int i = 0; i < MOST_MESSAGES && !bits.isPastEnd(); i++) {
            int type = number(bits);
            int length = number(bits);
            if (type == MESSAGE) {
                int pictures = bits.unsigned();
                return !bits.isPastEnd() && pictures <= MOST_PICTURES;
            }
            bits.skip(8 * Math.min(length, to - from));
        }
        return false;
    }

    // each byte of 255 goes on in the next
    private static int number(NalBits bits) {
        int sum = 0;
        int part = bits.bits(8);
        while (part == 255 && !bits.isPastEnd()) {
            sum += part;
            part = bits.bits(8);
        }
        return sum + part;
    }
}
