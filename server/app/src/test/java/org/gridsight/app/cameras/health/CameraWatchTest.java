package org.gridsight.app.cameras.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.cameras.Inspections.Drift;
import org.gridsight.app.cameras.Look;
import org.junit.jupiter.api.Test;

/** What one camera is held to have, besides its picture. */
class CameraWatchTest {

    private static final Instant THEN = Instant.parse("2026-03-05T06:00:00Z");

    private static Drift drift(double seconds, int telling) {
        return new Drift(seconds, THEN.plusSeconds(60L * telling));
    }

    @Test
    void tellsOfAClockAfterThreeTellingsAndTakesItBackAtOnce() {
        CameraWatch watch = new CameraWatch(Optional.empty(), List.of());
        watch.hear(drift(-95, 1), 30);
        watch.hear(drift(-95, 1), 30);
        watch.hear(drift(-95, 1), 30);
        assertThat(watch.told()).as("the same telling counts once").isEmpty();
        watch.hear(drift(-96, 2), 30);
        watch.hear(drift(-97, 3), 30);
        assertThat(watch.told()).containsExactly(CameraFault.CLOCK_DRIFT);
        watch.hear(drift(0.4, 4), 30);
        assertThat(watch.told()).isEmpty();
    }

    @Test
    void doesNotHurryForAClockThatTellsNothingMore() {
        // its picture is judged already: only the clock is in question
        CameraWatch watch = new CameraWatch(Optional.empty(), List.of(CameraFault.BLACK));
        watch.hear(drift(40, 1), 30);
        assertThat(watch.isUndecided(Look.Outcome.PICTURE)).isTrue();
        for (int look = 0; look < 3; look++) {
            watch.hear(drift(40, 1), 30);
        }
        assertThat(watch.isUndecided(Look.Outcome.PICTURE)).isFalse();
        watch.hear(drift(40, 2), 30);
        assertThat(watch.isUndecided(Look.Outcome.PICTURE)).isTrue();
    }

    @Test
    void goesOnFromWhatIsOnRecord() {
        CameraWatch watch = new CameraWatch(
                Optional.empty(), List.of(CameraFault.MOVED, CameraFault.CLOCK_DRIFT, CameraFault.BLACK));
        assertThat(watch.told())
                .containsExactlyInAnyOrder(CameraFault.MOVED, CameraFault.CLOCK_DRIFT, CameraFault.BLACK);
        watch.lookAnew();
        assertThat(watch.told()).containsExactlyInAnyOrder(CameraFault.CLOCK_DRIFT, CameraFault.BLACK);
    }

    @Test
    void leavesTheNightOutWhereItIsSaidToBeDark() {
        HealthSettings usual = InspectedTown.SETTINGS;
        assertThat(usual.isNight(0)).isFalse();
        HealthSettings dark = new HealthSettings(
                usual.every(),
                usual.atOnce(),
                usual.patience(),
                usual.recheckAfter(),
                usual.longestPause(),
                usual.window(),
                usual.driftLimit(),
                usual.deviceZone(),
                19,
                6,
                usual.reportAgainAfter(),
                usual.targetOnline(),
                usual.targetGood());
        assertThat(dark.isNight(23)).isTrue();
        assertThat(dark.isNight(5)).isTrue();
        assertThat(dark.isNight(12)).isFalse();
    }
}
