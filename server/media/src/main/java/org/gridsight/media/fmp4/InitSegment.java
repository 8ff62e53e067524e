package org.gridsight.media.fmp4;

import org.gridsight.media.VideoFormat;

/**
 * What the player must have before the first fragment, and again when the camera changes its parameter sets.
 *
 * @param mime for {@code MediaSource.addSourceBuffer}, such as {@code video/mp4; codecs="avc1.640028"}
 * @param format the parameter sets it was made of, for whoever packs the pictures in another way
 * @param bytes the boxes ftyp and moov; shared, never to be changed
 */
public record InitSegment(String mime, int width, int height, VideoFormat format, byte[] bytes) implements StreamPart {

    /** Whether sound comes beside the pictures. */
    public boolean hasSound() {
        return mime.contains("mp4a");
    }
}
