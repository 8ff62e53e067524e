package org.gridsight.media.hub;

import org.gridsight.media.VideoFormat;

/**
 * A picture that can be decoded alone, for a snapshot or an analysis.
 *
 * @param sample NAL units, each behind its length in four bytes
 * @param arrivedNanos {@link System#nanoTime()} when it had come from the camera
 */
public record KeyPicture(VideoFormat format, byte[] sample, long arrivedNanos) {}
