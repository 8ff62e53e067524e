package org.gridsight.media.hub;

import java.util.Arrays;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;

/**
 * A picture that can be decoded alone, for a snapshot or an analysis.
 *
 * @param sample NAL units, each behind its length in four bytes
 * @param arrivedNanos {@link System#nanoTime()} when it had come from the camera
 */
public record KeyPicture(VideoFormat format, byte[] sample, long arrivedNanos) {

    static KeyPicture of(Fragment fragment, VideoFormat format) {
        byte[] bytes = fragment.bytes();
        byte[] sample = Arrays.copyOfRange(bytes, Fragment.SAMPLE_OFFSET, bytes.length);
        return new KeyPicture(format, sample, fragment.arrivedNanos());
    }
}
