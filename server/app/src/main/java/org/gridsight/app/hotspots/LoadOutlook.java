package org.gridsight.app.hotspots;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.forecast.CellForecast;
import org.gridsight.spatial.hotspot.forecast.HourProfile;

/** What is expected after the last tested day, by the way that was tested: how many, in which cells, at which hours. */
final class LoadOutlook {

    private static final Text SENTENCE = new Text(
            "{0} 至 {1} 预计约 {2} 件，其中 {3} 件在标出的 {4} % 面积内；{5}最多，为日均的 {6} 倍，当天多在 {7} 至 {8} 时。",
            "From {0} to {1} about {2} incidents are expected, {3} of them in the {4} % of the area we mark;"
                    + " most on {5}, {6} times an average day, then mainly from {7}:00 to {8}:00.");

    private static final List<Text> WEEKDAYS = List.of(
            new Text("周一", "Mondays"),
            new Text("周二", "Tuesdays"),
            new Text("周三", "Wednesdays"),
            new Text("周四", "Thursdays"),
            new Text("周五", "Fridays"),
            new Text("周六", "Saturdays"),
            new Text("周日", "Sundays"));

    private static final int DAYS = BackTestStudy.PERIOD_DAYS;
    private static final int BUSY_HOURS = 3;
    private static final double SHARE = BackTestStudy.SHARE;

    private final Question question;
    private final SquareCells cells;
    private final double[] expected;
    private final HourProfile hours;

    LoadOutlook(Question question, SquareCells cells, CellForecast forecast, ZoneId zone, Run run) {
        this.question = question;
        this.cells = cells;
        this.expected = forecast.expected(from(), DAYS, run);
        CaseSet cases = question.history();
        this.hours = HourProfile.of(IntStream.range(0, cases.size())
                .mapToLong(i -> LocalDateTime.ofInstant(Instant.ofEpochSecond(cases.second(i)), zone)
                        .toEpochSecond(ZoneOffset.UTC))
                .toArray());
    }

    private int from() {
        return question.period().to() + 1;
    }

    /** Cells are named by rank with what each expects; {@code weekHours} are shares of a week, Monday first. */
    Map<String, Object> wire() {
        List<Integer> marked = marked();
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("from", Question.date(from()));
        wire.put("to", Question.date(from() + DAYS - 1));
        wire.put("expected", all());
        wire.put("sentence", sentence(marked));
        wire.put("weekHours", weekHours());
        wire.put("type", "FeatureCollection");
        wire.put("features", features(marked));
        return wire;
    }

    private double all() {
        return DoubleStream.of(expected).sum();
    }

    /** Most expected first, as many as the share allows. */
    private List<Integer> marked() {
        return IntStream.range(0, expected.length)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -expected[cell]))
                .limit((long) (expected.length * SHARE))
                .toList();
    }

    private List<MapFeature> features(List<Integer> marked) {
        List<MapFeature> features = new ArrayList<>();
        for (int cell : marked) {
            int rank = features.size() + 1;
            String id = cells.ix(cell) + "/" + cells.iy(cell);
            features.add(new MapFeature(
                    id,
                    question.terrain().of(cells, new int[] {cell}),
                    Map.of("id", id, "rank", rank, "expected", expected[cell])));
        }
        return features;
    }

    private List<List<Double>> weekHours() {
        return IntStream.range(0, 7)
                .mapToObj(day -> IntStream.range(0, 24)
                        .mapToObj(hour -> hours.load(1 / 7.0, day, hour))
                        .toList())
                .toList();
    }

    private Text sentence(List<Integer> marked) {
        int day = IntStream.range(0, 7)
                .boxed()
                .max(Comparator.comparingDouble(hours::factor))
                .orElseThrow();
        int hour = IntStream.rangeClosed(0, 24 - BUSY_HOURS)
                .boxed()
                .max(Comparator.comparingDouble(from -> IntStream.range(from, from + BUSY_HOURS)
                        .mapToDouble(at -> hours.share(day, at))
                        .sum()))
                .orElseThrow();
        double inMarked = marked.stream().mapToDouble(cell -> expected[cell]).sum();
        Text weekday = WEEKDAYS.get(day);
        Object[] numbers = {
            Question.date(from()),
            Question.date(from() + DAYS - 1),
            Wording.plain(all()),
            Wording.plain(inMarked),
            Math.round(100 * SHARE),
            "",
            Wording.plain(hours.factor(day)),
            hour,
            hour + BUSY_HOURS
        };
        return new Text(
                filled(numbers, weekday.zh()).zh(),
                filled(numbers, weekday.en()).en());
    }

    private static Text filled(Object[] numbers, String weekday) {
        Object[] all = numbers.clone();
        all[5] = weekday;
        return SENTENCE.with(all);
    }
}
