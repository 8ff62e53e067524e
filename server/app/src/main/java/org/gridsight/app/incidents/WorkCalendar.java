package org.gridsight.app.incidents;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;

/**
 * Working days, with public holidays and make-up days (调休), and the arithmetic of clocks on them. The clock of
 * {@link LimitUnit#WORKING_DAY} runs through all 24 hours of a working day and stands still on the others, so that
 * adding and measuring are exact opposites. Immutable.
 */
final class WorkCalendar {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);
    private static final long DAY = 86_400;

    private final ZoneId zone;

    /** Working days before each day since {@link #FIRST}; one entry more than days. */
    private final int[] before;

    /** @param exceptions days that differ from "Monday to Friday works" */
    WorkCalendar(ZoneId zone, Map<LocalDate, Boolean> exceptions) {
        this.zone = zone;
        int days = (int) ChronoUnit.DAYS.between(FIRST, LAST);
        before = new int[days + 1];
        for (int i = 0; i < days; i++) {
            LocalDate day = FIRST.plusDays(i);
            boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            before[i + 1] = before[i] + (exceptions.getOrDefault(day, weekday) ? 1 : 0);
        }
    }

    boolean isWorking(LocalDate day) {
        int i = index(day);
        return before[i + 1] > before[i];
    }

    ZoneId zone() {
        return zone;
    }

    /** When a clock that stands at {@code start} has gone {@code seconds} further; backwards when negative. */
    Instant plus(LimitUnit unit, Instant start, long seconds) {
        if (unit != LimitUnit.WORKING_DAY) {
            return start.plusSeconds(seconds);
        }
        return atReading(reading(start) + seconds);
    }

    /** How far the clock goes from one time to another; negative when the second is earlier. */
    long secondsBetween(LimitUnit unit, Instant from, Instant to) {
        if (unit != LimitUnit.WORKING_DAY) {
            return Duration.between(from, to).toSeconds();
        }
        return reading(to) - reading(from);
    }

    /** Seconds of working days since the first day. */
    private long reading(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        LocalDate day = local.toLocalDate();
        int i = index(day);
        return before[i] * DAY + (isWorking(day) ? local.toLocalTime().toSecondOfDay() : 0);
    }

    /** The first moment at which the clock shows this: midnight after a working day rather than before the next. */
    private Instant atReading(long reading) {
        long days = Math.floorDiv(reading, DAY);
        long rest = Math.floorMod(reading, DAY);
        if (rest == 0) {
            return FIRST.plusDays(dayNumber(days) + 1).atStartOfDay(zone).toInstant();
        }
        return FIRST.plusDays(dayNumber(days + 1))
                .atStartOfDay(zone)
                .toInstant()
                .plusSeconds(rest);
    }

    /** Index of the n-th working day, counted from 1. */
    private int dayNumber(long n) {
        int found = Arrays.binarySearch(before, (int) Math.max(1, Math.min(n, before[before.length - 1])));
        int i = found;
        while (i > 0 && before[i - 1] == before[found]) {
            i--;
        }
        return i - 1;
    }

    private static int index(LocalDate day) {
        LocalDate inside = day.isBefore(FIRST) ? FIRST : day.isBefore(LAST) ? day : LAST.minusDays(1);
        return (int) ChronoUnit.DAYS.between(FIRST, inside);
    }
}
