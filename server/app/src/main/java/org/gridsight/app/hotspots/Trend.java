package org.gridsight.app.hotspots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Counts of a place by weeks, up to the week its hotspot ends in and a few after. */
final class Trend {

    private static final int MOST_WEEKS = 53;
    private static final int WEEKS_AFTER = 4;

    private Trend() {}

    /**
     * By weeks.
     *
     * @param days of the cases of the place
     * @param expected of the place on a day, or nothing
     */
    static List<Hotspot.Week> of(
            Question question, IntStream days, int lastDay, Optional<IntToDoubleFunction> expected) {
        int end = Math.min(question.period().to(), lastDay + 7 * WEEKS_AFTER);
        int first = Math.max(
                Math.min(question.history().firstDay(), question.period().from()), end - 7 * MOST_WEEKS + 1);
        int weeks = Math.max(1, (end - first + 1) / 7);
        int start = end - 7 * weeks + 1;
        int[] counts = new int[weeks];
        days.filter(day -> day >= start && day <= end).forEach(day -> counts[(day - start) / 7]++);
        List<Hotspot.Week> trend = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            int from = start + 7 * week;
            OptionalDouble sum = expected.map(function -> OptionalDouble.of(sum(function, from)))
                    .orElse(OptionalDouble.empty());
            trend.add(new Hotspot.Week(
                    Question.date(from), counts[week], sum.isPresent() ? (Double) sum.getAsDouble() : null));
        }
        return List.copyOf(trend);
    }

    private static double sum(IntToDoubleFunction perDay, int from) {
        double sum = 0;
        for (int day = from; day < from + 7; day++) {
            sum += perDay.applyAsDouble(day);
        }
        return sum;
    }
}
