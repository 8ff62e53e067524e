package org.gridsight.media.analysis;

import java.util.List;
import org.gridsight.media.VideoFormat;

/**
 * A key picture and what to make of it.
 *
 * @param sample NAL units, each behind its length in four bytes
 * @param width of the still in pixels, at most that of the picture; 0 for the picture's own
 * @param planeWidth of the grey plane; 0 for none
 * @param masks burnt into the still, not into the plane, which people never see
 */
public record StillRequest(VideoFormat format, byte[] sample, int width, int planeWidth, List<Mask> masks) {

    static final int WIDEST = 8192;

    public StillRequest {
        if (width < 0 || width > WIDEST || planeWidth < 0 || planeWidth > WIDEST) {
            throw new IllegalArgumentException(
                    "widths lie between 0 and " + WIDEST + ", were " + width + " and " + planeWidth);
        }
        masks = List.copyOf(masks);
    }
}
