package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the Date header of a camera is worth. */
class RtspDateTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    @Test
    void tellsAClockThatIsOff() {
        assertThat(RtspDate.wallClock("Tue, 24 Nov 2026 03:00:02 GMT", NOW)).contains(NOW.plusSeconds(2));
        assertThat(RtspDate.wallClock("Tue, 24 Nov 2026 03:06:40 GMT", NOW)).contains(NOW.plusSeconds(400));
        assertThat(RtspDate.wallClock("Mon, 04 May 2026 03:00:00 GMT", NOW)).isPresent();
    }

    @Test
    void doesNotTakeAnotherZoneForDrift() {
        // Shanghai and Kathmandu, called GMT
        assertThat(RtspDate.wallClock("Tue, 24 Nov 2026 11:00:01 GMT", NOW)).isEmpty();
        assertThat(RtspDate.wallClock("Tue, 24 Nov 2026 08:44:30 GMT", NOW)).isEmpty();
    }

    @Test
    void takesNoRubbish() {
        assertThat(RtspDate.wallClock("", NOW)).isEmpty();
        assertThat(RtspDate.wallClock("2026-11-24T03:00:00Z", NOW)).isEmpty();
        // a clock that was never set
        assertThat(RtspDate.wallClock("Thu, 01 Jan 1970 00:10:00 GMT", NOW)).isEmpty();
    }
}
