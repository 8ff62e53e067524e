package org.gridsight.media;

/**
 * Reads the bits of one NAL unit, passing over the emulation prevention bytes (00 00 03). Beyond the end it reads zeros, so
 * that a cut parameter set gives odd values but never an exception; {@link #isPastEnd()} tells.
 */
public final class NalBits {

    private final byte[] nal;
    private int next;
    private int zeros;
    private int current;
    private int bitsLeft;
    private boolean pastEnd;

    /** Begins at a byte, usually behind the NAL unit's header. */
    public NalBits(byte[] nal, int from) {
        this.nal = nal;
        this.next = from;
    }

    /** The next bits, 0 to 32 of them, as an unsigned number in an int. */
    public int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** The next single bit as a flag. */
    public boolean flag() {
        return bit() == 1;
    }

    /** Passes over bits. */
    public void skip(int count) {
        for (int i = 0; i < count; i++) {
            bit();
        }
    }

    /** An unsigned Exp-Golomb number; {@link Integer#MAX_VALUE} for one that does not fit. */
    public int unsigned() {
        int leading = 0;
        while (bit() == 0) {
            if (pastEnd || ++leading > 30) {
                return Integer.MAX_VALUE;
            }
        }
        return (1 << leading) - 1 + bits(leading);
    }

    /** A signed Exp-Golomb number. */
    public int signed() {
        int code = unsigned();
        return (code & 1) == 1 ? (code >> 1) + 1 : -(code >> 1);
    }

    /** Whether more was read than there is. */
    public boolean isPastEnd() {
        return pastEnd;
    }

    private int bit() {
        if (bitsLeft == 0) {
            load();
        }
        bitsLeft--;
        return current >> bitsLeft & 1;
    }

    private void load() {
        bitsLeft = 8;
        if (zeros >= 2 && next < nal.length && nal[next] == 3) {
            next++;
            zeros = 0;
        }
        if (next >= nal.length) {
            pastEnd = true;
            current = 0;
            return;
        }
        current = nal[next++] & 0xff;
        zeros = current == 0 ? zeros + 1 : 0;
    }
}
