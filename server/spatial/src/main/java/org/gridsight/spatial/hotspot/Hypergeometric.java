package org.gridsight.spatial.hotspot;

/**
 * How many marked ones are among some that are drawn from a whole without putting back. Tails are summed outwards from
 * their first term, which comes from logarithms of factorials (Stirling's series), until a term no longer matters;
 * within 1e-8 of themselves for a whole of a million, 1e-6 for a hundred million.
 */
final class Hypergeometric {

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double NEGLIGIBLE = 1e-17;
    private static final double[] SMALL = new double[32];

    static {
        for (int i = 2; i < SMALL.length; i++) {
            SMALL[i] = SMALL[i - 1] + Math.log(i);
        }
    }

    private final long whole;
    private final long marked;

    Hypergeometric(long whole, long marked) {
        this.whole = whole;
        this.marked = marked;
    }

    /** Probability of {@code found} marked ones or more among {@code drawn}. */
    double atLeast(long found, long drawn) {
        long least = Math.max(0, drawn - (whole - marked));
        long most = Math.min(drawn, marked);
        if (found <= least) {
            return 1;
        }
        if (found > most) {
            return 0;
        }
        // the shorter side of the mean is summed
        boolean above = (double) found * whole >= (double) drawn * marked;
        return above ? Math.min(1, up(found, drawn, most)) : Math.max(0, 1 - down(found - 1, drawn, least));
    }

    private double up(long from, long drawn, long most) {
        double term = term(from, drawn);
        double sum = term;
        for (long k = from; k < most && term > NEGLIGIBLE * sum; k++) {
            term *= (double) (marked - k) * (drawn - k) / ((k + 1.0) * (whole - marked - drawn + k + 1));
            sum += term;
        }
        return sum;
    }

    private double down(long from, long drawn, long least) {
        double term = term(from, drawn);
        double sum = term;
        for (long k = from; k > least && term > NEGLIGIBLE * sum; k--) {
            term *= (double) k * (whole - marked - drawn + k) / ((marked - k + 1.0) * (drawn - k + 1));
            sum += term;
        }
        return sum;
    }

    private double term(long k, long drawn) {
        return Math.exp(choose(marked, k) + choose(whole - marked, drawn - k) - choose(whole, drawn));
    }

    private static double choose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private static double logFactorial(long n) {
        if (n < SMALL.length) {
            return SMALL[(int) n];
        }
        double x = n + 1.0;
        double inverse = 1 / x;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
    }
}
