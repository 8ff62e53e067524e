package org.gridsight.spatial.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.junit.jupiter.api.Test;

/** The season of other years, at the level of the own year, never from the own days. */
class SeasonCurveTest {

    private static final Days THREE_YEARS = new Days(0, 3 * 365 - 1);

    @Test
    void followsTheOtherYearsAtItsOwnLevel() {
        DayCurve curve = new SeasonCurve(cases(new int[] {2, 2, 4}), THREE_YEARS).byOtherYears();
        double high = curve.on(2 * 365 + 200);
        double low = curve.on(2 * 365 + 20);
        assertThat(high).isBetween(10.0, 12.5);
        assertThat(low).isBetween(3.5, 4.8);
        assertThat(curve.on(200)).isCloseTo(high / 2, within(0.3));
        assertThat(total(curve, 2 * 365, 3 * 365)).isCloseTo(4 * (365 + 2 * 100), within(1e-6));
    }

    @Test
    void doesNotSeeItsOwnCluster() {
        int[] days = IntStream.concat(
                        days(new int[] {1, 1, 1}), IntStream.generate(() -> 900).limit(60))
                .toArray();
        DayCurve with = new SeasonCurve(points(days), THREE_YEARS).byEarlierYears();
        DayCurve without = new SeasonCurve(cases(new int[] {1, 1, 1}), THREE_YEARS).byEarlierYears();
        double louder = (565.0 + 60) / 565;
        for (int day = 880; day < 920; day++) {
            assertThat(with.on(day)).isCloseTo(louder * without.on(day), within(1e-9));
        }
    }

    @Test
    void refusesASingleYearAndLeavesNoDayEmpty() {
        assertThatThrownBy(() -> new SeasonCurve(cases(new int[] {1}), new Days(0, 364)))
                .hasMessageContaining("a season needs 730 days");
        DayCurve empty = new SeasonCurve(points(new int[0]), new Days(0, 800)).byOtherYears();
        assertThat(IntStream.range(0, 801).mapToDouble(empty::on).min().orElse(0))
                .isPositive();
    }

    private static double total(DayCurve curve, int from, int to) {
        return IntStream.range(from, to).mapToDouble(curve::on).sum();
    }

    /** Each year so many a day, three times as many on days 150 to 249. */
    private static IntStream days(int[] levels) {
        return IntStream.range(0, levels.length * 365)
                .flatMap(day -> IntStream.generate(() -> day)
                        .limit((long) levels[day / 365] * (day % 365 >= 150 && day % 365 < 250 ? 3 : 1)));
    }

    private static DatedPoints cases(int[] levels) {
        return points(days(levels).toArray());
    }

    private static DatedPoints points(int[] days) {
        return DatedPoints.of(PlanarPoints.of(new double[days.length], new double[days.length]), days);
    }
}
