package org.gridsight.media.rtp;

/** Turns 32-bit timestamps into ones that do not wrap; a jump of the device's clock goes through as a jump. */
public final class RtpClock {

    private boolean started;
    private long last;

    /** The time of a picture, in the unit of the timestamps; the first keeps its value. */
    public long unwrap(long timestamp) {
        if (started) {
            // the way round that is shorter, so that a picture may also be a little older than the last
            last += (int) (timestamp - last);
        } else {
            started = true;
            last = timestamp;
        }
        return last;
    }
}
