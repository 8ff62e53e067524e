package org.gridsight.app.hotspots;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * A place, and mostly a span of days, where matters are many. What has no test, such as a density cluster, has no
 * p-value, nothing expected, and is never proven.
 *
 * @param category code of a kind or of a sort of dispute; null for all kinds together
 * @param areaCode the longest code that covers all its cases: who may see that area may see it
 * @param incidentIds at most {@value #MOST_IDS}
 */
public record Hotspot(
        String id,
        int rank,
        String method,
        Ground ground,
        Strength strength,
        LocalDate since,
        LocalDate until,
        @Nullable String category,
        Text sentence,
        String areaCode,
        List<UUID> incidentIds,
        List<Week> trend) {

    static final int MOST_IDS = 500;

    static final Text UNPROVEN = new Text("{0} 未证实：可能只是偶然。", "{0} Not proven: it may be chance.");

    /** The same beside others: with its place among them, and proven only if it stands the correction. */
    Hotspot corrected(int newRank, double q, double level) {
        boolean stands = strength.proven() && q <= level;
        Text words = stands || !strength.proven() ? sentence : Wording.with(UNPROVEN, sentence);
        return new Hotspot(
                id,
                newRank,
                method,
                ground,
                strength.corrected(q, stands),
                since,
                until,
                category,
                words,
                areaCode,
                incidentIds,
                trend);
    }

    /**
     * How many, against what, and how sure.
     *
     * @param ratioLow lower end of the 95 % interval of the ratio
     * @param pValue of the method's own test
     * @param qValue corrected for all that was tested beside it
     * @param recurrenceDays once in how many days chance alone brings the like of it
     * @param tooFew too few cases to call it proven, whatever the test says
     */
    public record Strength(
            int observed,
            @Nullable Double expected,
            @Nullable Double ratio,
            @Nullable Double ratioLow,
            @Nullable Double ratioHigh,
            @Nullable Double pValue,
            @Nullable Double qValue,
            @Nullable Double recurrenceDays,
            boolean proven,
            boolean tooFew) {

        /** Fewer cases are no hotspot to a person, whatever the ratio. */
        static final int FEWEST = 5;

        /** Of a cluster without a test. */
        static Strength untested(int observed) {
            return new Strength(observed, null, null, null, null, null, null, null, false, observed < FEWEST);
        }

        /** Proven: significant at this level after correction, and more than expected with 95 % confidence. */
        static Strength tested(int observed, double expected, Proof proof, double level) {
            RatioInterval interval = RatioInterval.of(observed, expected);
            boolean tooFew = observed < FEWEST;
            boolean proven = proof.q() <= level && interval.low() > 1 && !tooFew;
            return new Strength(
                    observed,
                    finite(expected),
                    finite(observed / expected),
                    finite(interval.low()),
                    finite(interval.high()),
                    finite(proof.p()),
                    finite(proof.q()),
                    finite(proof.recurrenceDays()),
                    proven,
                    tooFew);
        }

        Strength corrected(double q, boolean stands) {
            return new Strength(
                    observed, expected, ratio, ratioLow, ratioHigh, pValue, q, recurrenceDays, stands, tooFew);
        }

        private static @Nullable Double finite(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }

    /** What a test said; {@code recurrenceDays} is NaN where it has no meaning. */
    record Proof(double p, double q, double recurrenceDays) {}

    /** Seven days of the place; {@code expected} is null where nothing is. */
    public record Week(LocalDate from, int count, @Nullable Double expected) {}
}
