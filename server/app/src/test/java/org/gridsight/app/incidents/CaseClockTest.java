package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The clock of a step: deadline, pause, extension, and when it calls for attention. */
class CaseClockTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar(ZoneId.of("Asia/Shanghai"), CalendarSetup.official());

    /** Friday 13 February 2026, 10:00 in Shanghai, a day of work before the festival. */
    private static final Instant START = Instant.parse("2026-02-13T02:00:00Z");

    private static CaseClock threeWorkingDays() {
        TimeLimit limit = new TimeLimit("", "", "", "", "HANDLE", 3, LimitUnit.WORKING_DAY, true, true);
        return CaseClock.started(ClockStep.HANDLE, limit, START, CALENDAR);
    }

    @Test
    void deadlineJumpsOverTheFestival() {
        // the 14th is worked, then the 24th and 25th
        assertThat(threeWorkingDays().dueAt()).isEqualTo(Instant.parse("2026-02-25T02:00:00Z"));
        assertThat(threeWorkingDays().usedShare(Instant.parse("2026-02-20T02:00:00Z"), CALENDAR))
                .as("holidays use nothing up")
                .isCloseTo((24 + 14) / 72.0, within(1e-9));
    }

    @Test
    void pauseKeepsWhatIsLeft() {
        Instant pausedAt = START.plus(Duration.ofHours(5));
        CaseClock paused = threeWorkingDays().pause(pausedAt, CALENDAR);
        assertThat(paused.left(START.plus(Duration.ofDays(300)), CALENDAR)).hasValue(67 * 3600);
        CaseClock resumed = paused.resume(Instant.parse("2026-03-02T01:00:00Z"), CALENDAR);
        assertThat(resumed.left(Instant.parse("2026-03-02T01:00:00Z"), CALENDAR))
                .hasValue(67 * 3600);
        assertThat(resumed.dueAt()).isEqualTo(Instant.parse("2026-03-04T20:00:00Z"));
    }

    @Test
    void pauseAfterTheDeadlineForgivesNothing() {
        Instant late = Objects.requireNonNull(threeWorkingDays().dueAt()).plus(Duration.ofHours(3));
        CaseClock resumed = threeWorkingDays().pause(late, CALENDAR).resume(late.plus(Duration.ofHours(20)), CALENDAR);
        assertThat(resumed.left(late.plus(Duration.ofHours(20)), CALENDAR)).hasValue(-3 * 3600);
    }

    @Test
    void deadlineSetByAPersonCountsPlainTime() {
        Instant now = START.plus(Duration.ofHours(6));
        CaseClock set = threeWorkingDays().dueBy(now.plus(Duration.ofHours(6)), now, CALENDAR);
        assertThat(set.limitSeconds()).isEqualTo(12 * 3600);
        assertThat(set.usedShare(now, CALENDAR)).isCloseTo(0.5, within(1e-9));
        assertThat(set.usedShare(now.plus(Duration.ofHours(3)), CALENDAR)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void saysWhenAShareWillBeUsed() {
        TimeLimit limit = new TimeLimit("", "", "", "", "HANDLE", 10, LimitUnit.HOUR, true, true);
        CaseClock clock = CaseClock.started(ClockStep.HANDLE, limit, START, CALENDAR);
        assertThat(clock.escalatingAt(80, CALENDAR).escalateAt()).isEqualTo(START.plus(Duration.ofHours(8)));
        assertThat(clock.escalatingAt(150, CALENDAR).escalateAt()).isEqualTo(START.plus(Duration.ofHours(15)));
        assertThat(clock.escalatingAt(null, CALENDAR).escalateAt()).isNull();
        assertThat(clock.pause(START, CALENDAR).escalatingAt(80, CALENDAR).escalateAt())
                .isNull();
    }
}
