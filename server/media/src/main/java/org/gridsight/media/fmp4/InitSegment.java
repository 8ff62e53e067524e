package org.gridsight.media.fmp4;

/**
 * What the player must have before the first fragment, and again when the camera changes its parameter sets.
 *
 * @param mime for {@code MediaSource.addSourceBuffer}, such as {@code video/mp4; codecs="avc1.640028"}
 * @param bytes the boxes ftyp and moov; shared, never to be changed
 */
public record InitSegment(String mime, int width, int height, byte[] bytes) implements StreamPart {}
