package org.gridsight.spatial.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.CellExcess.Excesses;
import org.junit.jupiter.api.Test;

/** Silent when times are permuted, loud where something is planted, deaf to the busy centre and to a rise of all. */
class CellExcessTest {

    private static final int INCIDENTS = 3_000;
    private static final int LATE = 400;

    private final SquareCells cells =
            SquareCells.covering(PlanarPoints.of(new double[] {0, 5_999}, new double[] {0, 5_999}), 250);

    @Test
    void staysSilentUnderPermutedTimes() {
        Random random = new Random(41);
        int alarms = 0;
        for (int round = 0; round < 400; round++) {
            alarms += excesses(random, 0).believed() > 0 ? 1 : 0;
        }
        // at most 5 % of 400; 34 lie 3.2 standard deviations above
        assertThat(alarms).isLessThanOrEqualTo(34);
    }

    @Test
    void findsWhatIsPlantedAndNothingElse() {
        Random random = new Random(42);
        for (int round = 0; round < 20; round++) {
            Excesses found = excesses(random, 30);
            int planted = cells.at(4_600, 1_400);
            assertThat(found.believed(planted)).isTrue();
            assertThat(found.p(planted)).isLessThan(1e-4);
            assertThat(found.z(planted)).isGreaterThan(3);
            assertThat(found.observed(planted)).isGreaterThan(2 * found.expected(planted));
            assertThat(found.believed(cells.at(3_000, 3_000))).isFalse();
        }
    }

    /** A town with a busy centre; every time is as likely everywhere but for the planted late ones. */
    private Excesses excesses(Random random, int planted) {
        double[] late = new double[cells.size()];
        double[] earlier = new double[cells.size()];
        for (int i = 0; i < INCIDENTS; i++) {
            boolean centre = random.nextInt(3) > 0;
            double x = centre ? 3_000 + 500 * random.nextGaussian() : 6_000 * random.nextDouble();
            double y = centre ? 3_000 + 500 * random.nextGaussian() : 6_000 * random.nextDouble();
            int cell = cells.at(x, y);
            if (cell >= 0) {
                (random.nextInt(INCIDENTS) < LATE ? late : earlier)[cell]++;
            }
        }
        for (int i = 0; i < planted; i++) {
            late[cells.at(4_600 + 200 * random.nextDouble(), 1_400 + 200 * random.nextDouble())]++;
        }
        return new CellExcess(cells.queen(), new FalseDiscovery(0.05)).of(late, earlier, Run.alone());
    }

    @Test
    void answersTownsWithoutIncidentsAndRefusesFractions() {
        CellExcess excess = new CellExcess(cells.queen(), new FalseDiscovery(0.05));
        double[] none = new double[cells.size()];
        double[] some = new double[cells.size()];
        some[7] = 5;
        assertThat(excess.of(none, none, Run.alone()).p(3)).isEqualTo(1);
        assertThat(excess.of(none, some, Run.alone()).believed()).isZero();
        assertThat(excess.of(some, none, Run.alone()).believed()).isZero();
        some[8] = 0.5;
        assertThatThrownBy(() -> excess.of(none, some, Run.alone())).hasMessageContaining("earlier count is 0.5");
        some[8] = Double.NaN;
        assertThatThrownBy(() -> excess.of(some, none, Run.alone())).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> excess.of(none, new double[3], Run.alone())).hasMessageContaining("3 earlier");
    }

    @Test
    void tailsAreExact() {
        Random random = new Random(43);
        for (int round = 0; round < 300; round++) {
            int whole = 1 + random.nextInt(150);
            int marked = random.nextInt(whole + 1);
            int drawn = random.nextInt(whole + 1);
            int found = random.nextInt(drawn + 2);
            BigInteger ways = BigInteger.ZERO;
            for (int k = found; k <= Math.min(drawn, marked); k++) {
                ways = ways.add(choose(marked, k).multiply(choose(whole - marked, drawn - k)));
            }
            double exact = new BigDecimal(ways)
                    .divide(new BigDecimal(choose(whole, drawn)), MathContext.DECIMAL64)
                    .doubleValue();
            assertThat(new Hypergeometric(whole, marked).atLeast(found, drawn))
                    .isCloseTo(exact, exact > 0 ? Percentage.withPercentage(1e-7) : Percentage.withPercentage(0));
        }
        Hypergeometric large = new Hypergeometric(1_000_000, 500_000);
        assertThat(large.atLeast(501, 1_000) + large.atLeast(500, 1_000)).isCloseTo(1, within(1e-8));
    }

    private static BigInteger choose(int n, int k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
