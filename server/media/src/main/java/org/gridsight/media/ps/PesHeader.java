package org.gridsight.media.ps;

/** Reads the time in a PES header (ISO/IEC 13818-1 section 2.4.3.7). */
final class PesHeader {

    /** Start code, stream id, length, two bytes of flags, header length. */
    static final int FIXED = 9;

    private PesHeader() {}

    /** Whether the bytes behind the length look like the header of MPEG-2. */
    static boolean isValid(byte[] data, int start) {
        return (data[start + 6] & 0xc0) == 0x80;
    }

    /** The presentation time, when there is one; needs the whole header. */
    static long pts(byte[] data, int start) {
        boolean told = (data[start + 7] & 0x80) != 0 && (data[start + 8] & 0xff) >= 5;
        if (!told || (data[start + 9] & 0x21) != 0x21) {
            return VideoSink.NO_TIME;
        }
        int at = start + FIXED;
        return (data[at] >> 1 & 0x07L) << 30
                | (data[at + 1] & 0xffL) << 22
                | (data[at + 2] >> 1 & 0x7fL) << 15
                | (data[at + 3] & 0xffL) << 7
                | (data[at + 4] >> 1 & 0x7fL);
    }
}
