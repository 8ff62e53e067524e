package org.gridsight.media.fmp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stream's clock under devices whose clocks jump, stand still or lie. */
class TimelineTest {

    private static final long MILLI = 90;
    private final Timeline timeline = new Timeline();
    private final List<Timeline.Times> written = new ArrayList<>();

    @Test
    void takesTheDistancesOfAGoodClock() {
        for (int i = 0; i < 50; i++) {
            // arrival trembles, the camera's clock does not
            picture(1_000_000 + i * 40 * MILLI, i * 40L + i % 7);
        }
        assertThat(steps()).containsOnly(40 * MILLI);
        assertThat(written.get(0).decode()).isZero();
        assertPlayable();
    }

    @Test
    void goesOnWithoutAHoleWhenTheClockJumps() {
        long[] jumps = {0, 3_600_000, -7_200_000, 86_400_000L * 365};
        for (int i = 0; i < 200; i++) {
            picture((jumps[i / 50] + i * 40L) * MILLI, i * 40L);
        }
        assertThat(steps()).allMatch(step -> step == 40 * MILLI);
        assertPlayable();
    }

    @Test
    void followsArrivalWhenTheClockStandsStill() {
        for (int i = 0; i < 100; i++) {
            picture(77, i * 100L);
        }
        assertThat(last().decode()).isBetween(9_600 * MILLI, 9_900 * MILLI);
        assertPlayable();
    }

    @Test
    void declaresLongerDurationsForASlowerCamera() {
        long at = 0;
        for (int i = 0; i < 100; i++) {
            at += i < 50 ? 40 : 500;
            picture(at * MILLI, at);
        }
        assertThat(last().duration()).isEqualTo((int) (500 * MILLI));
        assertThat(steps().subList(70, 99)).containsOnly(500 * MILLI);
        assertPlayable();
    }

    @Test
    void doesNotStretchDurationsForOneHole() {
        long at = 0;
        for (int i = 0; i < 100; i++) {
            at += i == 50 ? 2_500 : 40;
            picture(at * MILLI, at);
        }
        assertThat(written).allMatch(times -> times.duration() == 40 * MILLI);
        assertPlayable();
    }

    @Test
    void staysNearArrivalWhenTheDeviceRunsFast() {
        // five per cent too fast for ten minutes would be thirty seconds of delay
        for (int i = 0; i < 15_000; i++) {
            picture(i * 42 * MILLI, i * 40L);
        }
        assertThat(last().decode()).isBetween(598_000 * MILLI, 602_000 * MILLI);
        assertPlayable();
    }

    @Test
    void goesByArrivalWhereTheDeviceTellsARateOfZero() {
        for (int i = 0; i < 200; i++) {
            picture(12_345, i * 50L);
        }
        assertThat(last().decode()).isBetween(9_000 * MILLI, 11_000 * MILLI);
        assertPlayable();
    }

    @Test
    void ordersBFramesAsTold() {
        timeline.reorder(1);
        int[] shown = {0, 3, 1, 2, 6, 4, 5, 9, 7, 8};
        for (int i = 0; i < shown.length; i++) {
            picture(shown[i] * 40 * MILLI, i * 40L);
        }
        assertThat(steps()).containsOnly(40 * MILLI);
        for (int i = 0; i < shown.length; i++) {
            long at = written.get(i).decode() + written.get(i).offset();
            assertThat(at).isEqualTo((shown[i] + 1) * 40 * MILLI);
        }
    }

    @Test
    void learnsReorderingThatWasNotTold() {
        int[] pattern = {0, 3, 1, 2};
        for (int i = 0; i < 80; i++) {
            int shown = i / 3 * 3 + (i % 3 == 0 ? 0 : i % 3 - 3) + 3;
            picture(i < 4 ? pattern[i] * 40 * MILLI : shown * 40 * MILLI, i * 40L);
        }
        // from the first group on every picture is shown at its own time
        List<Long> shown = written.subList(21, 80).stream()
                .map(times -> times.decode() + times.offset())
                .sorted()
                .toList();
        for (int i = 1; i < shown.size() - 3; i++) {
            assertThat(shown.get(i) - shown.get(i - 1)).isEqualTo(40 * MILLI);
        }
        assertPlayable();
    }

    @Test
    void goesOnAfterAnInterruptionWithinOneStep() {
        for (int i = 0; i < 50; i++) {
            picture(i * 40 * MILLI, i * 40L);
        }
        long before = last().decode();
        timeline.interrupted();
        picture(5 * MILLI, 60_000);
        assertThat(last().decode() - before).isBetween(40 * MILLI, 80 * MILLI);
        assertPlayable();
    }

    private void picture(long presentation, long arrivedMillis) {
        written.add(timeline.next(presentation, arrivedMillis * 1_000_000));
    }

    private Timeline.Times last() {
        return written.get(written.size() - 1);
    }

    private List<Long> steps() {
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < written.size(); i++) {
            steps.add(written.get(i).decode() - written.get(i - 1).decode());
        }
        return steps;
    }

    // what Media Source Extensions ask for in segments mode
    private void assertPlayable() {
        List<Long> steps = steps();
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i))
                    .isPositive()
                    .isLessThanOrEqualTo(2L * written.get(i).duration());
            assertThat(written.get(i).offset()).isNotNegative();
        }
    }
}
