package org.gridsight.media.analysis;

/**
 * A part of the picture that nobody may see: a polygon, filled black before the still is encoded.
 *
 * @param corners x and y by turns, as fractions of the picture's width and height from the top left; three points or more
 */
public record Mask(double[] corners) {

    private static final int MOST_CORNERS = 256;

    public Mask {
        if (corners.length < 6 || corners.length % 2 != 0 || corners.length > 2 * MOST_CORNERS) {
            throw new IllegalArgumentException(
                    "a mask needs 3 to " + MOST_CORNERS + " corners, were " + corners.length / 2.0);
        }
        for (double corner : corners) {
            if (!(corner >= 0 && corner <= 1)) {
                throw new IllegalArgumentException("a mask's corners lie between 0 and 1, one was " + corner);
            }
        }
        corners = corners.clone();
    }
}
