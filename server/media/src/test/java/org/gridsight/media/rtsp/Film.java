package org.gridsight.media.rtsp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gridsight.media.Bytes;
import org.gridsight.media.Codec;
import org.gridsight.media.NalUnits;

/**
 * Coded pictures that a simulated camera sends.
 *
 * @param sets the parameter sets for the session description
 * @param frames each the NAL units of one picture, parameter sets included
 */
public record Film(Codec codec, List<byte[]> sets, List<List<byte[]>> frames) {

    private static final List<byte[]> SETS_264 = List.of(
            Bytes.of(0x67, 0x42, 0xc0, 0x1e, 0xd9, 0x00, 0xa0, 0x47, 0xfe, 0xc8), Bytes.of(0x68, 0xce, 0x3c, 0x80));
    private static final List<byte[]> SETS_265 = List.of(
            Bytes.of(0x40, 1, 0x0c, 1, 0xff, 0xff, 1, 0x60, 0, 0, 3, 0, 0x90, 0, 0, 3, 0, 0, 3, 0, 0x5d, 0x95, 0x98, 9),
            Bytes.of(0x42, 1, 1, 1, 0x60, 0, 0, 3, 0, 0x90, 0, 0, 3, 0, 0, 3, 0, 0x5d, 0xa0, 2, 0x80, 0x80, 0x2d, 0x16),
            Bytes.of(0x44, 1, 0xc1, 0x72, 0xb4, 0x62, 0x40));

    /** Pictures of random content, every tenth a key picture with its sets before it; each of two slices. */
    public static Film random(Codec codec, int count, int meanBytes) {
        Random random = new Random(90_000 + meanBytes);
        List<byte[]> sets = codec == Codec.H264 ? SETS_264 : SETS_265;
        List<List<byte[]>> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean key = i % 10 == 0;
            List<byte[]> units = new ArrayList<>(key ? sets : List.of());
            int bytes = (key ? 4 : 1) * meanBytes / 2 + random.nextInt(meanBytes);
            units.add(slice(codec, key, true, bytes / 2 + 8, random));
            units.add(slice(codec, key, false, bytes / 2 + 8, random));
            frames.add(units);
        }
        return new Film(codec, sets, frames);
    }

    private static byte[] slice(Codec codec, boolean key, boolean first, int bytes, Random random) {
        byte[] unit = new byte[bytes];
        random.nextBytes(unit);
        int header = NalUnits.headerLength(codec);
        if (codec == Codec.H264) {
            unit[0] = (byte) (key ? 0x65 : 0x41);
        } else {
            unit[0] = (byte) (key ? 19 << 1 : 1 << 1);
            unit[1] = 1;
        }
        unit[header] = (byte) (first ? unit[header] | 0x80 : unit[header] & 0x7f);
        return unit;
    }

    /** From a file as encoders write it. */
    public static Film parse(Codec codec, byte[] annexB) {
        List<List<byte[]>> frames = new ArrayList<>();
        List<byte[]> sets = new ArrayList<>();
        List<byte[]> current = new ArrayList<>();
        boolean slices = false;
        int start = NalUnits.nextStartCode(annexB, 0, annexB.length);
        while (start >= 0) {
            int from = start + 3;
            int next = NalUnits.nextStartCode(annexB, from, annexB.length);
            int to = NalUnits.trimmedEnd(annexB, from, next < 0 ? annexB.length : next);
            if (slices && NalUnits.beginsPicture(codec, annexB, from, to)) {
                frames.add(current);
                current = new ArrayList<>();
                slices = false;
            }
            byte[] unit = Arrays.copyOfRange(annexB, from, to);
            int type = NalUnits.type(codec, unit[0]);
            slices |= NalUnits.isSlice(codec, type);
            if (frames.isEmpty() && NalUnits.isParameterSet(codec, type)) {
                sets.add(unit);
            }
            current.add(unit);
            start = next;
        }
        frames.add(current);
        return new Film(codec, sets, frames);
    }

    public boolean isKey(int frame) {
        return frames.get(frame).stream().anyMatch(unit -> NalUnits.isKeySlice(codec, NalUnits.type(codec, unit[0])));
    }

    /** What a source should deliver for a frame. */
    public byte[] sample(int frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] unit : frames.get(frame)) {
            if (NalUnits.isKept(codec, NalUnits.type(codec, unit[0]))) {
                out.writeBytes(Bytes.of(unit.length >> 24, unit.length >> 16, unit.length >> 8, unit.length));
                out.writeBytes(unit);
            }
        }
        return out.toByteArray();
    }
}
