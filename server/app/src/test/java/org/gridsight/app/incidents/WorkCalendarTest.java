package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days around Spring Festival and make-up days, in Shanghai. */
class WorkCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long DAY = 86_400;

    private final WorkCalendar calendar = new WorkCalendar(SHANGHAI, CalendarSetup.official());

    @ParameterizedTest
    @CsvSource({
        // an ordinary week
        "2026-03-05T14:00, 1, 2026-03-06T14:00",
        "2026-03-06T14:00, 1, 2026-03-09T14:00",
        "2026-03-05T14:00, 7, 2026-03-16T14:00",
        // Spring Festival 2026: 15-23 February off, Saturdays 14 and 28 worked
        "2026-02-13T10:00, 1, 2026-02-14T10:00",
        "2026-02-13T10:00, 2, 2026-02-24T10:00",
        "2026-02-14T16:30, 5, 2026-02-28T16:30",
        // reported on a holiday: the clock starts on the next working day and ends at its midnight
        "2026-02-17T09:00, 1, 2026-02-25T00:00",
        // Spring Festival 2023: 21-27 January off, the weekend after it worked
        "2023-01-20T12:00, 2, 2023-01-29T12:00",
        // 2024 began it on the 10th; Sunday the 4th and the 18th were worked
        "2024-02-03T12:00, 1, 2024-02-05T00:00",
        "2024-02-09T08:00, 1, 2024-02-18T08:00",
        // National Day 2025 with Mid-Autumn
        "2025-09-30T17:00, 1, 2025-10-09T17:00",
        // Labour Day 2024: Sunday 28 April worked
        "2024-04-26T09:00, 1, 2024-04-28T09:00",
        // not announced: weekends only
        "2027-10-01T09:00, 1, 2027-10-04T09:00",
    })
    void addsWorkingDays(LocalDateTime start, int days, LocalDateTime end) {
        assertThat(calendar.plus(LimitUnit.WORKING_DAY, at(start), days * DAY)).isEqualTo(at(end));
    }

    @Test
    void knowsHolidaysAndMakeUpDays() {
        assertThat(Stream.of("2026-02-14", "2026-02-28", "2023-01-28", "2023-06-25", "2025-01-26", "2024-10-12")
                        .map(LocalDate::parse))
                .allMatch(calendar::isWorking);
        assertThat(Stream.of("2026-02-16", "2026-02-23", "2023-01-27", "2025-10-08", "2026-10-07", "2026-03-07")
                        .map(LocalDate::parse))
                .noneMatch(calendar::isWorking);
        // statutory days off without weekends and make-up days: 2023 to 2026 had between 245 and 252 working days
        for (int year = 2023; year <= 2026; year++) {
            long working = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(calendar::isWorking)
                    .count();
            assertThat(working).as("working days of " + year).isBetween(246L, 252L);
        }
    }

    @Test
    void measuringIsTheOppositeOfAdding() {
        Random random = new Random(7);
        Instant start = at(LocalDateTime.parse("2023-01-01T00:00"));
        for (int i = 0; i < 2_000; i++) {
            Instant from = start.plusSeconds(random.nextInt(4 * 365 * 86_400));
            long seconds = random.nextInt(40 * 86_400);
            for (LimitUnit unit : LimitUnit.values()) {
                Instant end = calendar.plus(unit, from, seconds);
                assertThat(end).isAfterOrEqualTo(from);
                assertThat(calendar.secondsBetween(unit, from, end))
                        .as("seed 7, case " + i)
                        .isEqualTo(seconds);
                assertThat(calendar.secondsBetween(unit, end, from)).isEqualTo(-seconds);
            }
        }
    }

    @Test
    void localDayOffsWin() {
        WorkCalendar local = new WorkCalendar(SHANGHAI, Map.of(LocalDate.parse("2026-03-06"), false));
        Instant thursday = at(LocalDateTime.parse("2026-03-05T14:00"));
        assertThat(local.plus(LimitUnit.WORKING_DAY, thursday, DAY))
                .isEqualTo(at(LocalDateTime.parse("2026-03-09T14:00")));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }
}
