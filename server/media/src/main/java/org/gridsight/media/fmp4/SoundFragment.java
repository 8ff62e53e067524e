package org.gridsight.media.fmp4;

/**
 * Some frames of sound as the boxes moof and mdat. Only who looks is sent them, never who records or forwards.
 *
 * @param bytes shared by all viewers, never to be changed
 */
public record SoundFragment(byte[] bytes) implements StreamPart {}
