package org.gridsight.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects the NAL units of one picture after the other into MP4 samples; parameter sets go aside, delimiters and fillers are
 * dropped. A NAL unit may come in pieces. One per stream; it holds one buffer as large as the largest picture so far.
 */
public final class PictureAssembler {

    /** Larger than any key picture of a 4K camera. */
    public static final int MAX_PICTURE = 8 << 20;

    private static final int LENGTH_BYTES = 4;

    /** Pictures without an IDR picture after which a recovery point will do; ten seconds of a usual camera. */
    private static final int LONG_GROUP = 250;

    /** What becomes of the NAL unit that is being written. */
    private enum Fate {
        SAMPLE,
        SET,
        DROP
    }

    private final Codec codec;
    private final int maxBytes;
    private final ParameterSets sets;
    private byte[] sample = new byte[16 * 1024];
    private int size;
    private int unitStart = -1;
    private int firstSlice = -1;
    private Fate fate = Fate.DROP;
    private boolean key;
    private boolean tooBig;
    private int sinceReset = LONG_GROUP;

    public PictureAssembler(Codec codec, int maxBytes) {
        this.codec = codec;
        this.maxBytes = maxBytes;
        this.sets = new ParameterSets(codec);
    }

    public Codec codec() {
        return codec;
    }

    /** The parameter sets seen so far. */
    public ParameterSets sets() {
        return sets;
    }

    /** A whole NAL unit without start code. */
    public void unit(byte[] data, int from, int to) {
        if (to > from) {
            begin(data[from]);
            append(data, from, to);
            end();
        }
    }

    /** A whole NAL unit: all that remains in the buffer. */
    public void unit(ByteBuffer data) {
        if (data.hasRemaining()) {
            begin(data.get(data.position()));
            append(data);
            end();
        }
    }

    /** Begins a NAL unit whose bytes, header included, follow by {@link #append}; one left open is ended. */
    public void begin(int firstByte) {
        end();
        int type = NalUnits.type(codec, firstByte);
        if (NalUnits.isKept(codec, type)) {
            fate = Fate.SAMPLE;
            if (firstSlice < 0 && NalUnits.isSlice(codec, type)) {
                firstSlice = size + LENGTH_BYTES;
            }
            if (NalUnits.isKeySlice(codec, type)) {
                key = true;
                sinceReset = 0;
            }
        } else {
            fate = NalUnits.isParameterSet(codec, type) ? Fate.SET : Fate.DROP;
        }
        unitStart = size;
        if (fate != Fate.DROP && hasRoom(LENGTH_BYTES)) {
            size += LENGTH_BYTES;
        }
    }

    public void append(int oneByte) {
        if (takes(1)) {
            sample[size++] = (byte) oneByte;
        }
    }

    public void append(byte[] data, int from, int to) {
        if (takes(to - from)) {
            System.arraycopy(data, from, sample, size, to - from);
            size += to - from;
        }
    }

    /** Takes all that remains in the buffer. */
    public void append(ByteBuffer data) {
        int count = data.remaining();
        if (takes(count)) {
            data.get(sample, size, count);
            size += count;
        } else {
            data.position(data.limit());
        }
    }

    /** The NAL unit is whole. Does nothing when none is open. */
    public void end() {
        if (unitStart < 0) {
            return;
        }
        int start = unitStart;
        unitStart = -1;
        if (fate == Fate.DROP || tooBig) {
            size = Math.min(size, start);
            return;
        }
        int from = start + LENGTH_BYTES;
        if (fate == Fate.SET) {
            sets.offer(sample, from, size);
            size = start;
            return;
        }
        // a camera that never sends an IDR picture has nothing better; where some come, only they are surely clean
        key |= sinceReset >= LONG_GROUP && codec == Codec.H264 && RecoveryPoint.isIn(sample, from, size);
        int length = size - from;
        sample[start] = (byte) (length >> 24);
        sample[start + 1] = (byte) (length >> 16);
        sample[start + 2] = (byte) (length >> 8);
        sample[start + 3] = (byte) length;
    }

    /** Whether slices have been collected, so that {@link #take} gives a picture. */
    public boolean hasPicture() {
        return firstSlice >= 0;
    }

    /** Whether a decoder can begin at the picture so far. */
    public boolean isKey() {
        return key;
    }

    /** Whether the beginning of the picture is missing; the picture is then lost. */
    public boolean isHeadless() {
        end();
        int behind = firstSlice + NalUnits.headerLength(codec);
        // first_mb_in_slice is 0, or first_slice_segment_in_pic_flag is 1: in both cases one set bit
        return hasPicture() && !tooBig && (behind >= size || (sample[behind] & 0x80) == 0);
    }

    /** Whether more came than a picture may hold; the picture is then lost. */
    public boolean isTooBig() {
        return tooBig;
    }

    /** The picture, and room for the next; null when there is none, or no whole one. */
    public @Nullable AccessUnit take(long time90k, long arrivedNanos) {
        end();
        sinceReset = Math.min(LONG_GROUP, sinceReset + 1);
        AccessUnit unit = hasPicture() && !tooBig && !isHeadless()
                ? new AccessUnit(Arrays.copyOf(sample, size), time90k, key, arrivedNanos)
                : null;
        drop();
        return unit;
    }

    /** Forgets what has been collected, a NAL unit begun included. */
    public void drop() {
        size = 0;
        unitStart = -1;
        firstSlice = -1;
        key = false;
        tooBig = false;
    }

    private boolean takes(int count) {
        return unitStart >= 0 && fate != Fate.DROP && hasRoom(count);
    }

    private boolean hasRoom(int count) {
        if (tooBig || count > maxBytes - size) {
            tooBig = true;
            return false;
        }
        if (size + count > sample.length) {
            sample = Arrays.copyOf(sample, Math.min(maxBytes, Math.max(size + count, sample.length * 2)));
        }
        return true;
    }
}
