package org.gridsight.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Pictures with start codes (ITU-T H.264 annex B), as decoders without a container want them. */
public final class AnnexB {

    private static final int START_CODE = 1;

    private AnnexB() {}

    /**
     * @param sets parameter sets to stand before the picture; may be none
     * @param sample its NAL units, each behind its length in four bytes
     * @return empty where a length goes past the end of the sample
     */
    public static Optional<byte[]> of(List<byte[]> sets, byte[] sample) {
        int length = sample.length;
        for (byte[] set : sets) {
            length += 4 + set.length;
        }
        ByteBuffer stream = ByteBuffer.allocate(length);
        for (byte[] set : sets) {
            stream.putInt(START_CODE).put(set);
        }
        ByteBuffer rest = ByteBuffer.wrap(sample);
        while (rest.remaining() >= 4) {
            int unit = rest.getInt();
            if (unit < 0 || unit > rest.remaining()) {
                return Optional.empty();
            }
            stream.putInt(START_CODE).put(rest.slice().limit(unit));
            rest.position(rest.position() + unit);
        }
        return Optional.of(Arrays.copyOf(stream.array(), stream.position()));
    }
}
