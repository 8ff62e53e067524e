package org.gridsight.gisdata.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** When matters happen: six a day, fewer at weekends, by season of the kind, by hour of the day; +08:00 all year. */
final class Rhythm {

    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final double PER_DAY = 6.0;
    private static final double WORKDAY = 1.06;
    private static final double WEEKEND = 0.85;
    private static final double[] HOURS = {
        .3, .2, .15, .15, .2, .5, 1, 1.6, 2, 2.1, 1.9, 1.5, 1.1, 1.2, 1.6, 1.8, 1.7, 1.5, 1.3, 1.1, .9, .7, .5, .4
    };

    private Rhythm() {}

    /** How many incidents of a kind the whole town expects on one day. */
    static double expected(Kind kind, LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return PER_DAY * kind.share() * kind.monthFactor(day.getMonthValue()) * (weekend ? WEEKEND : WORKDAY);
    }

    static double expected(Kind kind, LocalDate from, int days) {
        double sum = 0;
        for (int i = 0; i < days; i++) {
            sum += expected(kind, from.plusDays(i));
        }
        return sum;
    }

    static Instant moment(LocalDate day, Draws draws) {
        int hour = draws.weighted(HOURS);
        return day.atTime(hour, draws.below(60), draws.below(60)).toInstant(ZONE);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    static Instant later(Instant moment, double hours) {
        return moment.plusSeconds((long) StrictMath.rint(hours * 3600)).truncatedTo(ChronoUnit.SECONDS);
    }
}
