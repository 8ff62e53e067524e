package org.gridsight.spatial.cli;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.gridsight.spatial.UnusableInput;

/**
 * Cells as times on the local clock: {@code 2026-03-01} (or with slashes), {@code 2026-03-01T08:30[:15[.5]]} (or with a
 * blank) and an offset that is left aside, so the day stays the day as written; {@code 20260301}; or seconds or
 * milliseconds since 1970 in UTC.
 */
final class TimeColumn extends Column {

    private static final long DAY = 86_400;

    private long[] seconds = new long[1 << 8];
    private int size;
    private byte[] cell = new byte[0];
    private int length;
    private int at;

    TimeColumn(String name) {
        super(name, true);
    }

    @Override
    void take(byte[] bytes, int count, int row) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size + (size >> 1));
        }
        cell = bytes;
        length = count;
        at = 0;
        try {
            seconds[size++] = parse();
        } catch (DateTimeException notOne) {
            String text = NumberColumn.shown(new String(bytes, 0, count, StandardCharsets.UTF_8));
            throw new UnusableInput("row " + row + ": " + name() + " is " + (count == 0 ? "empty" : text)
                    + ", it must be a date like 2026-03-01 or 2026-03-01T08:30");
        }
    }

    /** Local seconds since 1970 by row, handed over; the column is not used afterwards. */
    long[] seconds() {
        return size == seconds.length ? seconds : Arrays.copyOf(seconds, size);
    }

    private long parse() {
        int digits = 0;
        while (digits < length && cell[digits] >= '0' && cell[digits] <= '9') {
            digits++;
        }
        if (digits == length) {
            return epoch(digits);
        }
        int year = number(4, 4);
        int separator = next();
        if (separator != '-' && separator != '/') {
            throw bad();
        }
        int month = number(1, 2);
        if (next() != separator) {
            throw bad();
        }
        long day = LocalDate.of(year, month, number(1, 2)).toEpochDay() * DAY;
        return at == length ? day : day + timeOfDay();
    }

    private long epoch(int digits) {
        long value = digits >= 8 && digits <= 13 ? number(digits) : 0;
        return switch (digits) {
            case 8 ->
                LocalDate.of((int) (value / 10_000), (int) (value / 100 % 100), (int) (value % 100))
                                .toEpochDay()
                        * DAY;
            case 9, 10 -> value;
            case 12, 13 -> value / 1000;
            default -> throw bad();
        };
    }

    private long timeOfDay() {
        int letter = next();
        if (letter != 'T' && letter != ' ') {
            throw bad();
        }
        int hour = number(1, 2);
        if (next() != ':') {
            throw bad();
        }
        int minute = number(2, 2);
        int second = 0;
        if (at < length && cell[at] == ':') {
            at++;
            second = number(2, 2);
            if (at < length && cell[at] == '.') {
                at++;
                number(1, 9);
            }
        }
        offset();
        if (hour > 23 || minute > 59 || second > 60) {
            throw bad();
        }
        return hour * 3_600L + minute * 60L + Math.min(second, 59);
    }

    private void offset() {
        if (at == length) {
            return;
        }
        int sign = next();
        if (sign == '+' || sign == '-') {
            number(2, 2);
            if (at < length) {
                at += cell[at] == ':' ? 1 : 0;
                number(2, 2);
            }
        } else if (sign != 'Z') {
            throw bad();
        }
        if (at != length) {
            throw bad();
        }
    }

    private int next() {
        if (at >= length) {
            throw bad();
        }
        return cell[at++];
    }

    private int number(int least, int most) {
        int start = at;
        while (at < length && at - start < most && cell[at] >= '0' && cell[at] <= '9') {
            at++;
        }
        if (at - start < least) {
            throw bad();
        }
        int value = 0;
        for (int i = start; i < at; i++) {
            value = value * 10 + (cell[i] - '0');
        }
        return value;
    }

    private long number(int digits) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + (cell[i] - '0');
        }
        return value;
    }

    private static DateTimeException bad() {
        return new DateTimeException("not a date");
    }
}
