package org.gridsight.media.fmp4;

/**
 * What a sequence parameter set says about its pictures.
 *
 * @param codecs the name Media Source Extensions know the coding by (RFC 6381), such as {@code avc1.640028}
 * @param reorder how many pictures may come before one that is shown earlier; -1 when the set does not tell
 * @param chromaFormat 1 for 4:2:0
 */
record PictureLayout(String codecs, int width, int height, int reorder, Samples samples) {

    static final int UNTOLD = -1;

    /** How the samples of a picture are stored: chroma format (1 is 4:2:0) and bits of each. */
    record Samples(int chromaFormat, int lumaBits, int chromaBits) {}

    /** Whether pictures of this size exist: above nothing and up to 8K. */
    boolean plausible() {
        return width > 0 && height > 0 && width <= 8192 && height <= 8192;
    }
}
