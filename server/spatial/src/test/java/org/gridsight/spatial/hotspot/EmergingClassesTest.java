package org.gridsight.spatial.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.EmergingClasses.Courses;
import org.junit.jupiter.api.Test;

/** Trends counted pair by pair, classes by their rules, and silence where nothing goes on. */
class EmergingClassesTest {

    private static final MannKendall RISES = MannKendall.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    private static final MannKendall FALLS = MannKendall.of(new double[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1});
    private static final MannKendall FLAT = MannKendall.of(new double[10]);

    @Test
    void trendOfKnownSeries() {
        assertThat(RISES.statistic()).isEqualTo(45);
        assertThat(RISES.z()).isCloseTo(44 / Math.sqrt(125), within(1e-12));
        assertThat(FALLS.z()).isEqualTo(-RISES.z());
        assertThat(FLAT).isEqualTo(new MannKendall(0, 0, 1));
        assertThat(MannKendall.of(new double[0])).isEqualTo(new MannKendall(0, 0, 1));
        assertThat(MannKendall.of(new double[] {3})).isEqualTo(new MannKendall(0, 0, 1));
        assertThatThrownBy(() -> MannKendall.of(new double[] {1, Double.NaN})).hasMessageContaining("value 2");
    }

    @Test
    void trendAgreesWithPairsAndGroupsOfTies() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            double[] series = random.doubles(2 + random.nextInt(30))
                    .map(v -> Math.floor(v * 6))
                    .toArray();
            long rising = 0;
            for (int i = 0; i < series.length; i++) {
                for (int j = 0; j < i; j++) {
                    rising += (long) Math.signum(series[i] - series[j]);
                }
            }
            Map<Double, Long> groups =
                    Arrays.stream(series).boxed().collect(Collectors.groupingBy(value -> value, Collectors.counting()));
            double n = series.length;
            double variance = n * (n - 1) * (2 * n + 5);
            for (long size : groups.values()) {
                variance -= size * (size - 1.0) * (2 * size + 5);
            }
            MannKendall trend = MannKendall.of(series);
            assertThat(trend.statistic()).isEqualTo(rising);
            double z = variance > 0 ? (rising - Math.signum(rising)) / Math.sqrt(variance / 18) : 0;
            assertThat(trend.z()).isCloseTo(z, within(1e-12));
            double[] bent = Arrays.stream(series).map(v -> Math.exp(v) - 7).toArray();
            assertThat(MannKendall.of(bent)).isEqualTo(trend);
        }
    }

    @Test
    void classesFollowTheirRules() {
        assertThat(classified("0000000000", FLAT)).isEqualTo(EmergingClass.NONE);
        assertThat(classified("0000000001", FLAT)).isEqualTo(EmergingClass.NEW_HOT);
        assertThat(classified("00c0000001", FLAT)).isEqualTo(EmergingClass.NEW_HOT);
        assertThat(classified("0000000111", RISES)).isEqualTo(EmergingClass.CONSECUTIVE_HOT);
        assertThat(classified("0100000111", RISES)).isEqualTo(EmergingClass.SPORADIC_HOT);
        assertThat(classified("1000000001", RISES)).isEqualTo(EmergingClass.SPORADIC_HOT);
        assertThat(classified("c000000111", RISES)).isEqualTo(EmergingClass.OSCILLATING_HOT);
        assertThat(classified("0111111111", RISES)).isEqualTo(EmergingClass.INTENSIFYING_HOT);
        assertThat(classified("1111111111", FLAT)).isEqualTo(EmergingClass.PERSISTENT_HOT);
        assertThat(classified("1111011111", FALLS)).isEqualTo(EmergingClass.DIMINISHING_HOT);
        assertThat(classified("1111111110", FALLS)).isEqualTo(EmergingClass.HISTORICAL_HOT);
        assertThat(classified("1111111100", FALLS)).isEqualTo(EmergingClass.NONE);
        assertThat(classified("000000000c", FLAT)).isEqualTo(EmergingClass.NEW_COLD);
        assertThat(classified("cccccccccc", FALLS)).isEqualTo(EmergingClass.INTENSIFYING_COLD);
        assertThat(classified("cccccccccc", RISES)).isEqualTo(EmergingClass.DIMINISHING_COLD);
        assertThat(classified("ccccccccc0", RISES)).isEqualTo(EmergingClass.HISTORICAL_COLD);
        assertThat(classified("100000000c", RISES)).isEqualTo(EmergingClass.NEW_COLD);
        for (EmergingClass any : EmergingClass.values()) {
            assertThat(any.words())
                    .matches("none|(new|consecutive|intensifying|persistent|diminishing|sporadic"
                            + "|oscillating|historical) (hot|cold)");
        }
    }

    private static EmergingClass classified(String states, MannKendall trend) {
        return EmergingClasses.classify(
                states.chars().map(c -> c == '1' ? 1 : c == 'c' ? -1 : 0).toArray(), trend);
    }

    @Test
    void findsPlantedCourses() {
        double[][] counts = quiet(new Random(1), 12);
        SquareCells cells = cells();
        for (int cell = 0; cell < cells.size(); cell++) {
            for (int period = 0; period < 12; period++) {
                boolean always = Math.hypot(cells.ix(cell) - 5, cells.iy(cell) - 5) < 2.5;
                boolean late = Math.hypot(cells.ix(cell) - 22, cells.iy(cell) - 20) < 2.5;
                counts[period][cell] += always ? 6 + 2 * period : 0;
                counts[period][cell] += late && period == 11 ? 40 : 0;
            }
        }
        Courses courses = emerging().courses(counts, Run.alone());
        assertThat(courses.of(cells.at(550, 550))).isEqualTo(EmergingClass.INTENSIFYING_HOT);
        assertThat(courses.trend(cells.at(550, 550)).p()).isLessThan(0.01);
        assertThat(courses.of(cells.at(2_250, 2_050))).isEqualTo(EmergingClass.NEW_HOT);
        assertThat(courses.of(cells.at(1_550, 550))).isEqualTo(EmergingClass.NONE);
    }

    @Test
    void staysSilentWhenNothingGoesOn() {
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            Courses courses = emerging().courses(quiet(new Random(100 + seed), 12), Run.alone());
            for (int cell = 0; cell < courses.size(); cell++) {
                found += courses.of(cell) == EmergingClass.NONE ? 0 : 1;
            }
        }
        // of 20 towns of 900 cells
        assertThat(found).isLessThan(90);
    }

    @Test
    void saysNothingWithoutHistory() {
        for (int periods = 0; periods < EmergingClasses.FEWEST_PERIODS; periods++) {
            Courses courses = emerging().courses(quiet(new Random(2), periods), Run.alone());
            assertThat(courses.size()).isEqualTo(900);
            assertThat(courses.of(17)).isEqualTo(EmergingClass.NONE);
            assertThat(courses.trend(17).p()).isEqualTo(1);
        }
        assertThatThrownBy(() -> emerging().courses(new double[5][3], Run.alone()))
                .isInstanceOf(UnusableInput.class);
    }

    @Test
    void aWeekInWhichEverythingRisesIsNoHotSpot() {
        double[][] counts = quiet(new Random(3), 12);
        for (int cell = 0; cell < 900; cell++) {
            counts[11][cell] += 6;
        }
        Courses courses = emerging().courses(counts, Run.alone());
        int found = 0;
        for (int cell = 0; cell < courses.size(); cell++) {
            found += courses.of(cell) == EmergingClass.NONE ? 0 : 1;
        }
        assertThat(found).isLessThan(10);
    }

    @Test
    void oneStrayReportIsNoHotSpot() {
        double[][] counts = new double[6][900];
        counts[5][17] = 2;
        assertThat(emerging().courses(counts, Run.alone()).of(17)).isEqualTo(EmergingClass.NONE);
        counts[5][17] = 3;
        assertThat(emerging().courses(counts, Run.alone()).of(17)).isEqualTo(EmergingClass.NEW_HOT);
    }

    private static EmergingClasses emerging() {
        return new EmergingClasses(cells().queen(), new FalseDiscovery(0.05));
    }

    private static SquareCells cells() {
        return SquareCells.covering(PlanarPoints.of(new double[] {0, 2_999}, new double[] {0, 2_999}), 100);
    }

    /** Counts of a town of 30 x 30 cells where each cell has two incidents in a period, by chance. */
    private static double[][] quiet(Random random, int periods) {
        double[][] counts = new double[periods][900];
        for (double[] period : counts) {
            for (int i = 0; i < 1_800; i++) {
                period[random.nextInt(900)]++;
            }
        }
        return counts;
    }
}
