package org.gridsight.spatial.hotspot.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridsight.spatial.UnusableInput;
import org.junit.jupiter.api.Test;

/** Shares of hours sum to the day, factors of days to the week, whatever the cases. */
class HourProfileTest {

    @Test
    void keepsTheLoadOfTheDay() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            long[] times = random.longs(random.nextInt(400), -1_000_000_000L, 2_000_000_000L)
                    .toArray();
            HourProfile profile = HourProfile.of(times);
            double week = 0;
            for (int weekday = 0; weekday < 7; weekday++) {
                double day = 0;
                for (int hour = 0; hour < 24; hour++) {
                    assertThat(profile.share(weekday, hour)).isPositive();
                    day += profile.share(weekday, hour);
                    week += profile.load(3, weekday, hour);
                }
                assertThat(day).isCloseTo(1, within(1e-12));
            }
            assertThat(week).isCloseTo(21, within(1e-9));
        }
    }

    @Test
    void isEvenWithoutCases() {
        HourProfile profile = HourProfile.of(new long[0]);
        assertThat(profile.share(6, 23)).isCloseTo(1 / 24.0, within(1e-12));
        assertThat(profile.factor(0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void findsMondayMorningsAndQuietSundays() {
        // 2026-01-05 is a Monday; ten weeks with nine cases each Monday at 8:30 and three at noon on every other day
        // but Sunday
        List<LocalDateTime> times = new ArrayList<>();
        for (int week = 0; week < 10; week++) {
            LocalDateTime monday = LocalDateTime.of(2026, 1, 5, 8, 30).plusWeeks(week);
            for (int k = 0; k < 9; k++) {
                times.add(monday);
            }
            for (int day = 1; day < 6; day++) {
                for (int k = 0; k < 3; k++) {
                    times.add(monday.plusDays(day).withHour(12));
                }
            }
        }
        HourProfile profile = HourProfile.of(times.stream()
                .mapToLong(time -> time.toEpochSecond(ZoneOffset.UTC))
                .toArray());
        assertThat(profile.share(0, 8)).isGreaterThan(0.25).isGreaterThan(5 * profile.share(0, 12));
        assertThat(profile.share(0, 7))
                .isCloseTo(profile.share(0, 9), within(0.01))
                .isGreaterThan(0.15);
        assertThat(profile.share(2, 12)).isGreaterThan(2 * profile.share(2, 8));
        assertThat(profile.factor(0)).isGreaterThan(1.8);
        assertThat(profile.factor(6)).isLessThan(0.6);
        // as many Tuesdays as Wednesdays
        assertThat(profile.factor(1)).isCloseTo(profile.factor(2), within(1e-9));
    }

    @Test
    void doesNotTakeAnExtraMondayForABusyOne() {
        // 2026-01-05 .. 2026-01-12: two Mondays, every day alike
        List<Long> times = new ArrayList<>();
        for (int day = 0; day < 8; day++) {
            for (int k = 0; k < 100; k++) {
                times.add(LocalDateTime.of(2026, 1, 5, k % 24, 0).plusDays(day).toEpochSecond(ZoneOffset.UTC));
            }
        }
        HourProfile profile = HourProfile.of(times.stream().mapToLong(i -> i).toArray());
        for (int weekday = 0; weekday < 7; weekday++) {
            assertThat(profile.factor(weekday)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void refusesHoursThatDoNotExist() {
        HourProfile profile = HourProfile.of(new long[0]);
        assertThatThrownBy(() -> profile.share(7, 0)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> profile.share(0, 24)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> profile.factor(-1)).isInstanceOf(UnusableInput.class);
    }
}
