package org.gridsight.media.fmp4;

/** Reads a parameter set bit by bit without its emulation prevention bytes; past the end it reads zeros and says so. */
final class BitReader {

    private final byte[] bytes;
    private int at;
    private int bit;
    private int zeros;
    private boolean overrun;

    /** @param from index of the first byte to read, behind the NAL unit's header */
    BitReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    boolean flag() {
        return bits(1) == 1;
    }

    /** @param count 0..32; 32 bits fill the sign too */
    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | next();
        }
        return value;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    /** Exp-Golomb code ue(v); codes too long for an int count as overrun. */
    int unsigned() {
        int leading = 0;
        while (!overrun && next() == 0) {
            leading++;
        }
        if (leading > 30) {
            overrun = true;
        }
        return overrun ? 0 : (1 << leading) - 1 + bits(leading);
    }

    /** Exp-Golomb code se(v). */
    int signed() {
        int code = unsigned();
        return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
    }

    /** Whether more was asked for than there is; what was read since is worth nothing. */
    boolean overrun() {
        return overrun;
    }

    private int next() {
        if (bit == 0 && zeros >= 2 && at < bytes.length && bytes[at] == 3) {
            at++;
            zeros = 0;
        }
        if (at >= bytes.length) {
            overrun = true;
            return 0;
        }
        int value = bytes[at] >> 7 - bit & 1;
        if (++bit == 8) {
            zeros = bytes[at] == 0 ? zeros + 1 : 0;
            bit = 0;
            at++;
        }
        return value;
    }
}
