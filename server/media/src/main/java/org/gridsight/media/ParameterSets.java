package org.gridsight.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameter sets a stream has sent so far, the newest of each number. A camera that sends ever new numbers cannot make it
 * grow: it holds {@value #MAX_SETS} of each kind.
 */
public final class ParameterSets {

    private static final int MAX_SETS = 16;
    private static final int MAX_BYTES = 4096;
    /** The largest numbers the standards allow, by kind: VPS and SPS under 16 or 32, PPS under 256 (H.264) or 64. */
    private static final int MAX_ID = 255;

    private final Codec codec;
    private final List<TreeMap<Integer, byte[]>> kinds = List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    private @Nullable VideoFormat format;

    public ParameterSets(Codec codec) {
        this.codec = codec;
    }

    /** Takes one NAL unit, copied; false when it is no parameter set or makes no sense. */
    public boolean offer(byte[] data, int from, int to) {
        int header = NalUnits.headerLength(codec);
        if (to - from <= header || to - from > MAX_BYTES) {
            return false;
        }
        int type = NalUnits.type(codec, data[from]);
        if (!NalUnits.isParameterSet(codec, type)) {
            return false;
        }
        TreeMap<Integer, byte[]> kind = kinds.get(kind(type));
        for (byte[] known : kind.values()) {
            // the usual case: the camera repeats what it has said, which costs nothing
            if (Arrays.equals(known, 0, known.length, data, from, to)) {
                return true;
            }
        }
        byte[] set = Arrays.copyOfRange(data, from, to);
        int id = id(type, set);
        if (id > MAX_ID || (kind.size() >= MAX_SETS && !kind.containsKey(id))) {
            return false;
        }
        kind.put(id, set);
        format = null;
        return true;
    }

    /** All sets in their order, or null while one kind is missing. The same object as long as nothing changes. */
    public @Nullable VideoFormat format() {
        if (format == null && isComplete()) {
            List<byte[]> sets = new ArrayList<>();
            kinds.forEach(kind -> sets.addAll(kind.values()));
            format = new VideoFormat(codec, sets);
        }
        return format;
    }

    private boolean isComplete() {
        return (codec == Codec.H264 || !kinds.get(0).isEmpty())
                && !kinds.get(1).isEmpty()
                && !kinds.get(2).isEmpty();
    }

    private int kind(int type) {
        return codec == Codec.H264 ? type - NalUnits.H264_SPS + 1 : type - NalUnits.H265_VPS;
    }

    private static int id(int type, byte[] set) {
        return switch (type) {
            // profile_idc, constraint flags and level_idc come first
            case NalUnits.H264_SPS -> new NalBits(set, 4).unsigned();
            case NalUnits.H264_PPS -> new NalBits(set, 1).unsigned();
            case NalUnits.H265_VPS -> new NalBits(set, 2).bits(4);
            case NalUnits.H265_SPS -> h265SpsId(set);
            default -> new NalBits(set, 2).unsigned();
        };
    }

    /** Behind profile_tier_level (H.265 section 7.3.3), whose length depends on the number of sub-layers. */
    private static int h265SpsId(byte[] set) {
        NalBits bits = new NalBits(set, 2);
        bits.skip(4);
        int subLayers = bits.bits(3);
        bits.skip(1 + 88 + 8);
        int toSkip = 0;
        for (int i = 0; i < subLayers; i++) {
            toSkip += (bits.flag() ? 88 : 0) + (bits.flag() ? 8 : 0);
        }
        if (subLayers > 0) {
            bits.skip(2 * (8 - subLayers));
        }
        bits.skip(toSkip);
        return bits.unsigned();
    }
}
