package org.gridsight.spatial.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.gridsight.spatial.UnusableInput;
import org.junit.jupiter.api.Test;

/** The step-up rule of Benjamini and Hochberg, its rate under the null, and the tail it is fed with. */
class FalseDiscoveryTest {

    @Test
    void believesByTheStepUpRule() {
        // the example of the paper: 15 tests at 0.05, four are believed
        double[] p = {
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1
        };
        assertThat(new FalseDiscovery(0.05).believed(p).cardinality()).isEqualTo(4);
        // one that fails its own step is carried by a later one that passes
        assertThat(new FalseDiscovery(0.1)
                        .believed(new double[] {0.9, 0.06, 0.055, 0.01})
                        .cardinality())
                .isEqualTo(3);
        assertThat(new FalseDiscovery(0.05).believed(new double[0]).isEmpty()).isTrue();
        assertThat(new FalseDiscovery(0.05).limit(new double[] {0.06, 1})).isEqualTo(-1);
    }

    @Test
    void agreesWithAdjustedValues() {
        Random random = new Random(8);
        for (int round = 0; round < 300; round++) {
            double[] p = random.doubles(1 + random.nextInt(60))
                    .map(v -> Math.round(v * v * 100) / 100.0)
                    .toArray();
            double[] sorted = p.clone();
            Arrays.sort(sorted);
            double limit = -1;
            for (int k = 1; k <= p.length; k++) {
                limit = sorted[k - 1] <= 0.2 * k / p.length ? sorted[k - 1] : limit;
            }
            assertThat(new FalseDiscovery(0.2).limit(p)).isEqualTo(limit);
        }
    }

    @Test
    void keepsItsRateWhenNothingIsThere() {
        Random random = new Random(9);
        int alarms = 0;
        for (int round = 0; round < 2_000; round++) {
            double[] p = random.doubles(200).toArray();
            alarms += new FalseDiscovery(0.05).believed(p).isEmpty() ? 0 : 1;
        }
        // 100 are expected, 135 lie 3.6 standard deviations above
        assertThat(alarms).isBetween(65, 135);
    }

    @Test
    void refusesImpossibleRatesAndValues() {
        for (double rate : new double[] {0, 1, 2, -1, Double.NaN}) {
            assertThatThrownBy(() -> new FalseDiscovery(rate)).isInstanceOf(UnusableInput.class);
        }
        assertThatThrownBy(() -> new FalseDiscovery(0.05).limit(new double[] {Double.NaN}))
                .hasMessageContaining("p-value 0 is NaN");
    }

    @Test
    void tailKeepsItsRelativePrecision() {
        // Abramowitz and Stegun, tables 26.1 and 26.2
        assertThat(NormalTail.twoSided(0)).isEqualTo(1);
        assertThat(NormalTail.twoSided(1)).isCloseTo(0.31731050786291415, within(1e-15));
        assertThat(NormalTail.twoSided(-1.959963984540054)).isCloseTo(0.05, within(1e-15));
        assertThat(NormalTail.twoSided(5)).isCloseTo(5.733031437583892e-7, Percentage.withPercentage(1e-10));
        assertThat(NormalTail.twoSided(10)).isCloseTo(1.523970604832109e-23, Percentage.withPercentage(1e-10));
        assertThat(NormalTail.upper(-3) + NormalTail.upper(3)).isCloseTo(1, within(1e-15));
        double below = NormalTail.twoSided(3.1112);
        double above = NormalTail.twoSided(3.1114);
        assertThat(above).isLessThan(below).isCloseTo(below, Percentage.withPercentage(0.1));
        assertThat(NormalTail.twoSided(Double.NaN)).isNaN();
    }
}
