package org.gridsight.media;

import java.util.Arrays;
import java.util.List;

/**
 * What a decoder must know before the first picture: the parameter sets of one stream, as the camera sent them.
 *
 * @param sets VPS (H.265 only), SPS and PPS in this order, each a NAL unit without start code
 */
public record VideoFormat(Codec codec, List<byte[]> sets) {

    public VideoFormat {
        sets = List.copyOf(sets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VideoFormat that
                && codec == that.codec
                && sets.size() == that.sets.size()
                && sameSets(that);
    }

    private boolean sameSets(VideoFormat that) {
        for (int i = 0; i < sets.size(); i++) {
            if (!Arrays.equals(sets.get(i), that.sets.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = codec.hashCode();
        for (byte[] set : sets) {
            hash = 31 * hash + Arrays.hashCode(set);
        }
        return hash;
    }
}
