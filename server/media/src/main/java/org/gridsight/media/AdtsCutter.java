package org.gridsight.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts AAC frames out of a stream with ADTS headers (ISO/IEC 13818-7, 6.2), which may come in any pieces; skips all else. */
public final class AdtsCutter {

    private static final int HEADER = 7;
    private static final int MOST_HELD = 64 * 1024;
    /** So many bytes without one header are no AAC. */
    private static final int PATIENCE = 8 * 1024;

    private final SoundTaker taker;
    private byte[] held = new byte[2_048];
    private int size;
    private int strange;
    private boolean found;
    private SoundFormat told = SoundFormat.unplayed("");

    public AdtsCutter(SoundTaker taker) {
        this.taker = taker;
    }

    /** Takes a piece; whole frames in it are told at once. */
    public void feed(byte[] data, int from, int to, long arrivedNanos) {
        int count = to - from;
        if (count > MOST_HELD - size) {
            size = 0;
            return;
        }
        if (size + count > held.length) {
            held = Arrays.copyOf(held, Math.max(size + count, 2 * held.length));
        }
        System.arraycopy(data, from, held, size, count);
        size += count;
        cut(arrivedNanos);
    }

    private void cut(long arrivedNanos) {
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (size - at >= HEADER) {
            int length = length(at);
            if (length < HEADER) {
                at++;
                strange++;
            } else if (size - at < length) {
                break;
            } else {
                int header = (held[at + 1] & 1) != 0 ? HEADER : HEADER + 2;
                if (header < length && begins(at, frames, arrivedNanos)) {
                    frames.add(Arrays.copyOfRange(held, at + header, at + length));
                }
                at += length;
            }
        }
        System.arraycopy(held, at, held, 0, size - at);
        size -= at;
        give(frames, arrivedNanos);
        if (!found && strange > PATIENCE) {
            strange = 0;
            tell(SoundFormat.unplayed("?"));
        }
    }

    /** Of the frame that begins here, header included; 0 when none does. */
    private int length(int at) {
        boolean header = (held[at] & 0xff) == 0xff && (held[at + 1] & 0xf6) == 0xf0;
        return header ? (held[at + 3] & 3) << 11 | (held[at + 4] & 0xff) << 3 | (held[at + 5] & 0xff) >> 5 : 0;
    }

    // what came before belongs to the format before
    private boolean begins(int at, List<byte[]> before, long arrivedNanos) {
        int kind = (held[at + 2] >> 6 & 3) + 1;
        int rate = held[at + 2] >> 2 & 15;
        int channels = (held[at + 2] & 1) << 2 | held[at + 3] >> 6 & 3;
        int bits = kind << 11 | rate << 7 | channels << 3;
        SoundFormat format = SoundFormat.aac(new byte[] {(byte) (bits >> 8), (byte) bits});
        found = true;
        if (!format.equals(told)) {
            give(before, arrivedNanos);
            before.clear();
            tell(format);
        }
        // several blocks behind one header are not told apart
        return format.isPlayed() && (held[at + 6] & 3) == 0;
    }

    private void give(List<byte[]> frames, long arrivedNanos) {
        if (!frames.isEmpty()) {
            taker.frames(List.copyOf(frames), arrivedNanos);
        }
    }

    private void tell(SoundFormat format) {
        if (!format.equals(told)) {
            told = format;
            taker.format(format);
        }
    }
}
