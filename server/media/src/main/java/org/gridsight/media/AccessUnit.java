package org.gridsight.media;

/**
 * One coded picture in decoding order.
 *
 * @param sample the picture's NAL units, each behind its length in four bytes (ISO/IEC 14496-15), without parameter sets
 *     and delimiters; shared by all viewers, never changed
 * @param time90k presentation time in units of 1/90,000 s, unwrapped by the source; any origin, may jump
 * @param key whether a decoder can begin here
 * @param arrivedNanos {@link System#nanoTime()} when the last byte of the picture had come
 */
public record AccessUnit(byte[] sample, long time90k, boolean key, long arrivedNanos) {}
