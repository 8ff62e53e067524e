package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.gridsight.media.AccessUnit;
import org.junit.jupiter.api.Test;

/** Where a recording stands, whatever its device makes of its picture times. */
class PlayHeadTest {

    private static final Instant START = Instant.parse("2026-03-05T05:49:00Z");

    private final PlayHead head = new PlayHead(START);
    private long told90k = 7_000;
    private long arrived = 1_000_000_000L;

    /** Pictures for so long by our clock, 25 a second. */
    private void come(Duration time, double timesRun) {
        for (int i = 0; i < time.toMillis() / 40; i++) {
            told90k += (long) (3_600 * timesRun);
            arrived += 40_000_000L;
            head.picture(new AccessUnit(new byte[0], told90k, false, arrived));
        }
    }

    private void begin() {
        head.picture(new AccessUnit(new byte[0], told90k, true, arrived));
    }

    private void isAt(double seconds) {
        Instant wanted = START.plusMillis((long) (seconds * 1000));
        assertThat(Duration.between(wanted, head.at()).abs()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void followsTheTimesOfTheRecordingAtItsOwnSpeed() {
        begin();
        come(Duration.ofSeconds(10), 1);
        isAt(10);
    }

    @Test
    void countsPlayedTimeWhereADeviceDoesNotLetItsTimesRunFaster() {
        head.speed(4);
        begin();
        come(Duration.ofSeconds(10), 1);
        isAt(40);
    }

    @Test
    void believesTimesThatRunFaster() {
        head.speed(4);
        begin();
        come(Duration.ofSeconds(10), 4);
        isAt(40);
        head.speed(1);
        begin();
        come(Duration.ofSeconds(5), 1);
        isAt(45);
    }

    @Test
    void standsStillWhileItIsHeldAndGoesOnFromWhereItWasWound() {
        begin();
        come(Duration.ofSeconds(2), 1);
        head.hold();
        arrived += Duration.ofMinutes(3).toNanos();
        begin();
        come(Duration.ofSeconds(2), 1);
        isAt(4);
        head.moveTo(START.plusSeconds(60));
        told90k += 58 * 90_000;
        begin();
        come(Duration.ofSeconds(1), 1);
        isAt(61);
    }
}
