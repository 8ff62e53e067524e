package org.gridsight.spatial.cli;

import java.time.LocalDate;
import java.util.Arrays;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.EmergingClasses;

/**
 * Equal periods counted back from the last day of the data, so that the latest one is whole; days before the oldest
 * whole period are left out, unless there is no whole one.
 */
final class Periods {

    /** First day of each period, the oldest first, and the day after the last. */
    private final int[] borders;

    private Periods(int[] borders) {
        this.borders = borders;
    }

    static void checkLength(String length) {
        if (!length.matches("day|week|month|[1-9][0-9]{0,3}")) {
            throw new UnusableInput(
                    "--period must be day, week, month or a number of days, was " + NumberColumn.shown(length));
        }
    }

    static Periods of(int[] days, String length) {
        if (days.length == 0) {
            return new Periods(new int[] {0});
        }
        int first = Arrays.stream(days).min().orElseThrow();
        LocalDate end = LocalDate.ofEpochDay(Arrays.stream(days).max().orElseThrow() + 1L);
        int periods = 1;
        while (before(end, length, periods + 1).toEpochDay() >= first) {
            periods++;
            if (periods > EmergingClasses.MOST_PERIODS) {
                throw new UnusableInput("from " + LocalDate.ofEpochDay(first) + " to " + end.minusDays(1)
                        + " periods are too many (at most " + EmergingClasses.MOST_PERIODS
                        + "); is a date wrong? Or take longer periods");
            }
        }
        int[] borders = new int[periods + 1];
        for (int i = 0; i <= periods; i++) {
            borders[i] = (int) before(end, length, periods - i).toEpochDay();
        }
        return new Periods(borders);
    }

    private static LocalDate before(LocalDate end, String length, int periods) {
        return switch (length) {
            case "day" -> end.minusDays(periods);
            case "week" -> end.minusWeeks(periods);
            case "month" -> end.minusMonths(periods);
            default -> end.minusDays((long) periods * Integer.parseInt(length));
        };
    }

    int count() {
        return borders.length - 1;
    }

    /** The period of a day, or -1 before the first. */
    int at(int day) {
        int place = Arrays.binarySearch(borders, day);
        return place >= 0 ? place : -place - 2;
    }

    int firstDay() {
        return borders[0];
    }

    int lastDay() {
        return borders[borders.length - 1] - 1;
    }
}
