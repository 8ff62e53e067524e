package org.gridsight.media.fmp4;

/**
 * Finds a decoding time for each picture from presentation times alone, without waiting for the next one: the times shown
 * so far in order, that many pictures late as the stream reorders. A stream that reorders deeper than it told is believed
 * from then on.
 */
final class DecodeOrder {

    /** A presentation time this far from the one before belongs to another clock, in 1/90,000 s. */
    static final long JUMP = 3L * Track.TIMESCALE;

    /** Where pictures are reordered a hole must not be taken for a picture shown long before its neighbours. */
    private static final long REORDERED_JUMP = Track.TIMESCALE;

    /** More than this nobody needs who did not tell it (the deepest pyramid of common encoders). */
    private static final int DEEPEST_LEARNT = 4;

    private int depth;
    private long[] waiting = new long[1];
    private long newest;
    private long last;
    private boolean begun;
    private boolean continued;

    /** @param depth as the sequence parameter set tells it, or {@link PictureLayout#UNTOLD} */
    DecodeOrder(int depth) {
        this.depth = Math.max(0, depth);
    }

    /** The next picture's clock has nothing to do with the last one's. */
    void restart() {
        begun = false;
    }

    /** Decoding time on the source's clock, at most the presentation time. */
    long next(long presentation, int step) {
        continued = begun && Math.abs(presentation - newest) <= (depth == 0 ? JUMP : REORDERED_JUMP);
        if (continued) {
            long earliest = insert(presentation);
            if (earliest <= last && earliest == presentation && depth < DEEPEST_LEARNT && presentation < newest) {
                depth++;
                continued = false;
            } else {
                last = earliest;
            }
        }
        if (!continued) {
            begin(presentation, step);
        }
        newest = presentation;
        return last;
    }

    /** Whether the last answer can be compared with the one before. */
    boolean continued() {
        return continued;
    }

    // puts it in its place and takes the earliest out
    private long insert(long presentation) {
        long earliest = presentation;
        for (int i = 0; i < depth; i++) {
            if (waiting[i] < earliest) {
                long swap = waiting[i];
                waiting[i] = earliest;
                earliest = swap;
            }
        }
        return earliest;
    }

    // as if pictures in order had come before
    private void begin(long presentation, int step) {
        begun = true;
        waiting = new long[depth];
        for (int i = 0; i < depth; i++) {
            waiting[i] = presentation - (long) i * step;
        }
        last = presentation - (long) depth * step;
    }
}
