package org.gridsight.media.fmp4;

/**
 * The stream's own clock: decoding times from zero, strictly growing, without holes, in 1/90,000 s. A device's clock only
 * says how far two neighbouring pictures are apart; where that is beyond belief, and in the long run, arrival decides.
 *
 * <p>Media Source Extensions skip to the next key picture when a decoding time lies more than twice the last duration
 * ahead. The successor of a picture is not known when it is sent, so its duration is that of the slower pictures of late,
 * and no step is made longer than twice that.
 */
final class Timeline {

    private static final long NANOS_PER_NINE_UNITS = 100_000;
    private static final int USUAL_STEP = Track.TIMESCALE / 25;
    private static final int LEAST_STEP = Track.TIMESCALE / 1000;
    private static final int LEAST_DURATION = Track.TIMESCALE / 100;
    private static final int LONGEST_STEP = 10 * Track.TIMESCALE;
    private static final long SETTLING = 3L * Track.TIMESCALE;
    private static final long DEAD_BAND = Track.TIMESCALE / 2;
    private static final int RECENT = 8;

    private DecodeOrder order = new DecodeOrder(0);
    private final int[] recent = new int[RECENT];
    private int counted;
    private int duration = USUAL_STEP;
    private long out = -1;
    private long lastSource;
    private long firstArrival;
    private long lastArrival;
    private long settledAt;
    private long lead;

    /**
     * When a picture is decoded and shown.
     *
     * @param offset from decoding to showing, never negative
     */
    record Times(long decode, int offset, int duration) {}

    /** The pictures that follow may come in another order than before. */
    void reorder(int depth) {
        order = new DecodeOrder(depth);
    }

    /** The source begins anew; its clock may be another one, ours goes on. */
    void interrupted() {
        order.restart();
    }

    Times next(long presentation, long arrivedNanos) {
        long source = order.next(presentation, duration);
        if (out < 0) {
            out = 0;
            firstArrival = arrivedNanos;
            settledAt = SETTLING;
        } else {
            out += step(source, arrivedNanos);
        }
        lastSource = source;
        lastArrival = arrivedNanos;
        return new Times(out, (int) (presentation - source), duration);
    }

    private long step(long source, long arrivedNanos) {
        long arrival = units(arrivedNanos - firstArrival);
        long told = source - lastSource;
        boolean credible = order.continued() && told > 0 && told <= DecodeOrder.JUMP;
        long wanted = credible ? told : units(arrivedNanos - lastArrival);
        wanted = Math.max(LEAST_STEP, Math.min(LONGEST_STEP, wanted));
        long longest = 2L * duration - LEAST_STEP;
        remember((int) wanted);
        if (!credible || wanted > longest) {
            settledAt = arrival + SETTLING;
        }
        long step = steer(Math.min(wanted, longest), arrival);
        return Math.max(LEAST_STEP, Math.min(longest, step));
    }

    // keeps the distance between our clock and arrival: it is taken while settling, afterwards held within the dead
    // band
    private long steer(long step, long arrival) {
        long ahead = out + step - arrival;
        if (arrival < settledAt) {
            lead = ahead;
            return step;
        }
        if (Math.abs(ahead - lead) <= DEAD_BAND) {
            return step;
        }
        return ahead > lead ? step - step / 20 : step + step / 20;
    }

    // the second longest of late: one hole does not count, a slower camera does
    private void remember(int step) {
        recent[counted++ % RECENT] = step;
        int longest = 0;
        int second = 0;
        for (int i = 0; i < Math.min(counted, RECENT); i++) {
            if (recent[i] > longest) {
                second = longest;
                longest = recent[i];
            } else if (recent[i] > second) {
                second = recent[i];
            }
        }
        duration = Math.max(LEAST_DURATION, counted == 1 ? longest : second);
    }

    private static long units(long nanos) {
        return nanos * 9 / NANOS_PER_NINE_UNITS;
    }
}
