package org.gridsight.spatial.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.junit.jupiter.api.Test;

/** A surge is called when the town is busy, seldom when it is not, and never from hardly any history. */
class TownSurgeTest {

    private static final Days YEAR = new Days(0, 399);

    @Test
    void callsAStormAndItsDays() {
        int[] counts = quiet(1);
        for (int day = 397; day < 400; day++) {
            counts[day] = 9;
        }
        TownSurge.Surge surge = new TownSurge(cases(counts), YEAR).strongest(399, 7);
        assertThat(surge.days()).isEqualTo(new Days(397, 399));
        assertThat(surge.p()).isLessThan(1e-6);
        assertThat(surge.observed()).isEqualTo(27);
        assertThat(surge.ratio()).isBetween(6.0, 12.0);
    }

    @Test
    void keepsItsRateOfFalseAlarms() {
        int alarms = 0;
        for (int seed = 0; seed < 400; seed++) {
            alarms += new TownSurge(cases(quiet(seed)), YEAR).strongest(399, 7).p() <= 0.05 ? 1 : 0;
        }
        // 400 x .05 = 20, standard deviation 4.4; the correction for seven windows makes it cautious
        assertThat(alarms).isBetween(1, 33);
    }

    @Test
    void expectsBusyWeekdays() {
        int[] counts = IntStream.range(0, 400).map(day -> day % 7 < 2 ? 12 : 1).toArray();
        TownSurge.Surge surge = new TownSurge(cases(counts), YEAR).last(399, 1);
        assertThat(399 % 7).isZero();
        assertThat(surge.observed()).isEqualTo(12);
        assertThat(surge.expected()).isCloseTo(12, within(1.0));
        assertThat(surge.p()).isGreaterThan(0.3);
    }

    @Test
    void saysWhenThereIsTooLittleHistory() {
        assertThat(new TownSurge(cases(new int[400]), YEAR).last(399, 3).enough())
                .isFalse();
        assertThat(new TownSurge(cases(quiet(1)), YEAR).last(20, 3).enough()).isFalse();
        assertThat(new TownSurge(cases(quiet(1)), YEAR).strongest(3, 7).p()).isEqualTo(1);
        assertThat(new TownSurge(cases(quiet(1)), YEAR).last(500, 3).enough()).isFalse();
    }

    @Test
    void sumsItsDistributionRightly() {
        NegativeBinomial counts = new NegativeBinomial(4, 6);
        // size 8, success 2/3: chance of none is (2/3)^8
        assertThat(counts.atLeast(0)).isEqualTo(1);
        assertThat(counts.atLeast(1)).isCloseTo(1 - Math.pow(2 / 3.0, 8), within(1e-12));
        assertThat(counts.atLeast(2)).isCloseTo(1 - Math.pow(2 / 3.0, 8) * (1 + 8 / 3.0), within(1e-12));
        double above = counts.atLeast(5);
        assertThat(counts.atLeast(4) - above)
                .isCloseTo(330 * Math.pow(2 / 3.0, 8) * Math.pow(1 / 3.0, 4), within(1e-12));
        assertThat(counts.atLeast(100)).isBetween(0.0, 1e-30);
    }

    private static int[] quiet(int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 400)
                .map(day -> (int) IntStream.range(0, 40)
                        .filter(i -> random.nextInt(40) == 0)
                        .count())
                .toArray();
    }

    private static DatedPoints cases(int[] counts) {
        int[] days = IntStream.range(0, counts.length)
                .flatMap(day -> IntStream.generate(() -> day).limit(counts[day]))
                .toArray();
        double[] at = new double[days.length];
        Arrays.fill(at, 5);
        return DatedPoints.of(PlanarPoints.of(at, at), days);
    }
}
