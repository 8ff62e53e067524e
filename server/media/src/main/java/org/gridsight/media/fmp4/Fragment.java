package org.gridsight.media.fmp4;

/**
 * One picture as the boxes moof and mdat; a recording is the init segment and the fragments one behind the other.
 *
 * @param bytes shared by all viewers, never to be changed
 * @param key whether a decoder can begin here
 * @param time90k decoding time on the stream's own clock, strictly growing, in 1/90,000 s
 * @param arrivedNanos {@link System#nanoTime()} when the camera's last byte of it had come
 */
public record Fragment(byte[] bytes, boolean key, long time90k, long arrivedNanos) implements StreamPart {

    /** The fragment's bytes before the picture's own NAL units; the same for every fragment. */
    public static final int SAMPLE_OFFSET = FragmentBoxes.LENGTH;

    /** When it is shown, on the same clock; later than its decoding where pictures are reordered. */
    public long shown90k() {
        return time90k + FragmentBoxes.offset(bytes);
    }

    /** The same picture for another movie with a clock and a count of its own, such as a recording that begins at zero. */
    public Fragment movedTo(int sequence, long otherTime90k) {
        return new Fragment(FragmentBoxes.moved(bytes, sequence, otherTime90k), key, otherTime90k, arrivedNanos);
    }
}
