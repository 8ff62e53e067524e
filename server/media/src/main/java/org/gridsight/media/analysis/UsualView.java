package org.gridsight.media.analysis;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * What a camera usually shows, kept as where edges lie on a grid of 32 x 18 fields: too coarse for anybody to be seen.
 *
 * @param edges owned by this record
 * @param learnt good pictures it was made of, up to a bound
 */
public record UsualView(byte[] edges, double sharpness, int learnt) {

    private static final int HEAD = 12;

    public UsualView {
        if (edges.length != EdgeMap.size() || learnt < 0 || !(sharpness >= 0)) {
            throw new IllegalArgumentException(
                    "no usual view: " + edges.length + " fields, sharpness " + sharpness + ", learnt from " + learnt);
        }
    }

    /** For a column of text. */
    public String text() {
        ByteBuffer all = ByteBuffer.allocate(HEAD + edges.length);
        all.putDouble(sharpness).putInt(learnt).put(edges);
        return Base64.getEncoder().encodeToString(all.array());
    }

    /** Empty for what {@link #text()} did not write: then the view is learnt anew. */
    public static Optional<UsualView> parse(String text) {
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            if (all.remaining() != HEAD + EdgeMap.size()) {
                return Optional.empty();
            }
            double sharpness = all.getDouble();
            int learnt = all.getInt();
            byte[] edges = new byte[all.remaining()];
            all.get(edges);
            return Optional.of(new UsualView(edges, sharpness, learnt));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
