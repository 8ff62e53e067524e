package org.gridsight.spatial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.forecast.BackTest;
import org.gridsight.spatial.hotspot.forecast.BackTestResult;
import org.gridsight.spatial.hotspot.forecast.ExpectedLoad;
import org.gridsight.spatial.hotspot.forecast.ForecastChoice;
import org.gridsight.spatial.hotspot.forecast.HitRate;
import org.gridsight.spatial.hotspot.forecast.LoadForecast;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.gridsight.spatial.hotspot.scan.Days;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Expected cases by cell, learnt before a day, and how they did when the file holds the days after it. */
final class ForecastCommand implements Command {

    private static final Option TRAIN_FROM =
            new Option("train-from", "DATE", "first day to learn from; default: the first of the file");
    private static final Option FROM = new Option("from", "DATE", "first day of the forecast; learns from days before");
    private static final Option DAYS = new Option("days", "N", "days of the forecast, default 7");
    private static final Option PERIODS =
            new Option("periods", "N", "periods of so many days, one after the other, default 1");
    private static final Option AREA_SHARE = new Option("area-share", "SHARE", "of the cells to mark, default 0.01");
    private static final Option BOUNDARY = new Option(
            "boundary", "FILE", "cells with their centre inside; default: the convex hull of the points learnt from");
    private static final Option KIND_COLUMN =
            new Option("kind-column", "COLUMN", "kind of each case, to forecast one kind and borrow from all");
    private static final Option KIND = new Option("kind", "VALUE", "the kind to forecast");
    private static final Option SEED = new Option("seed", "N", "of the bootstrap, default 1");

    /** What is forecast, and when. */
    private record Question(
            SquareCells cells, DatedPoints cases, DatedPoints allKinds, BackTest.Origins origins, double share) {}

    /** The forecast of the first period, why it is so, and how all periods went. */
    private record Answer(double[] expected, ForecastChoice choice, BackTestResult result) {}

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public String summary() {
        return "expected cases by cell, and PAI beside plain counts: ix,iy,score";
    }

    @Override
    public List<Option> options() {
        return Option.withPointsAndTimes(
                Cells.CELL, TRAIN_FROM, FROM, DAYS, PERIODS, AREA_SHARE, BOUNDARY, KIND_COLUMN, KIND, SEED);
    }

    @Override
    public Json run(Call call) throws IOException {
        Options options = call.options();
        options.positive(Cells.CELL);
        double share = options.share(AREA_SHARE, 0.01);
        int from = day(options, FROM);
        BackTest.Origins origins = new BackTest.Origins(from, options.whole(DAYS, 1, 7), options.whole(PERIODS, 1, 1));
        long seed = options.seed(SEED, 1);
        if (options.has(KIND) != options.has(KIND_COLUMN)) {
            throw new UnusableInput("give --kind-column and --kind together, or neither");
        }
        Places places = call.placesWithTimes();
        Question question = question(call, places, origins, share);
        Answer answer = call.timed(() -> answer(question, seed, call));
        call.write("ix,iy,score", out -> {
            SquareCells cells = question.cells;
            for (int cell = 0; cell < cells.size(); cell++) {
                out.whole(cells.ix(cell))
                        .whole(cells.iy(cell))
                        .number(answer.expected[cell])
                        .end();
            }
        });
        return figures(places, question, answer);
    }

    private static Question question(Call call, Places places, BackTest.Origins origins, double share)
            throws IOException {
        Options options = call.options();
        int[] days = places.days();
        int trainFrom = options.has(TRAIN_FROM)
                ? day(options, TRAIN_FROM)
                : Arrays.stream(days).min().orElse(origins.first());
        int last = origins.first() + origins.periodDays() * origins.periods() - 1;
        if (trainFrom >= origins.first()) {
            throw new UnusableInput("no day to learn from: the forecast must begin after the first day to learn from, "
                    + LocalDate.ofEpochDay(trainFrom) + ", was " + LocalDate.ofEpochDay(origins.first()));
        }
        Days used = new Days(trainFrom, last);
        int[] all = IntStream.range(0, days.length)
                .filter(i -> used.contains(days[i]))
                .toArray();
        int[] own = options.has(KIND) ? ofKind(options, all) : all;
        DatedPoints allKinds = dated(places.points(), days, all);
        DatedPoints cases = own == all ? allKinds : dated(places.points(), days, own);
        return new Question(cells(call, places, allKinds, origins), cases, allKinds, origins, share);
    }

    private static int[] ofKind(Options options, int[] rows) throws IOException {
        TextColumn kinds = new TextColumn(options.text(KIND_COLUMN), true);
        CsvReader.read(Path.of(options.text(Option.IN)), List.of(kinds));
        String wanted = options.text(KIND);
        int[] own = Arrays.stream(rows)
                .filter(row -> wanted.equals(kinds.text(row)))
                .toArray();
        if (own.length == 0) {
            throw new UnusableInput(
                    "no case of kind " + NumberColumn.shown(wanted) + " lies in the days to learn from");
        }
        return own;
    }

    private static SquareCells cells(Call call, Places places, DatedPoints cases, BackTest.Origins origins)
            throws IOException {
        Options options = call.options();
        if (options.has(BOUNDARY)) {
            return Cells.of(call, places);
        }
        List<Coordinate> learnt = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.day(i) < origins.first()) {
                learnt.add(new Coordinate(cases.places().x(i), cases.places().y(i)));
            }
        }
        if (learnt.isEmpty()) {
            throw new UnusableInput("no case lies before the forecast: there is nothing to learn from");
        }
        // wider by more than a diagonal, so that the cells of the outermost cases belong to the area
        double side = options.positive(Cells.CELL);
        return SquareCells.inside(
                new GeometryFactory()
                        .createMultiPointFromCoords(learnt.toArray(new Coordinate[0]))
                        .convexHull()
                        .buffer(1.5 * side),
                side);
    }

    private static DatedPoints dated(PlanarPoints points, int[] days, int[] rows) {
        return DatedPoints.of(
                PlanarPoints.of(
                        Arrays.stream(rows).mapToDouble(points::x).toArray(),
                        Arrays.stream(rows).mapToDouble(points::y).toArray()),
                Arrays.stream(rows).map(row -> days[row]).toArray());
    }

    private static Answer answer(Question question, long seed, Call call) {
        BackTest test = new BackTest(question.cells, question.cases, question.origins);
        ExpectedLoad load = question.cases == question.allKinds
                ? new ExpectedLoad(question.cells, question.cases)
                : new ExpectedLoad(question.cells, question.cases, question.allKinds);
        LoadForecast forecast = new LoadForecast(load, question.share, seed);
        int from = question.origins.first();
        int days = question.origins.periodDays();
        ForecastChoice choice = forecast.choice(from, days, call.run());
        return new Answer(
                forecast.expected(choice, from, days), choice, test.result(forecast, question.share, seed, call.run()));
    }

    private static Json figures(Places places, Question question, Answer answer) {
        HitRate ours = answer.result.ours();
        Json figures = places.figures()
                .put("cells", question.cells.size())
                .put("marked", ours.marked() / question.origins.periods())
                .put("areaShare", ours.areaShare())
                .put("method", answer.choice.method().name().toLowerCase(Locale.ROOT))
                .put("reason", answer.choice.reason().name().toLowerCase(Locale.ROOT))
                .put("halfLifeDays", answer.choice.recipe().halfLifeDays())
                .put("smoothingCells", answer.choice.recipe().smoothingCells())
                .put("borrowed", answer.choice.recipe().borrowed());
        if (ours.cases() == 0) {
            return figures;
        }
        return rate(figures, ours)
                .put("plain", rate(new Json(), answer.result.plain()))
                .put(
                        "gain",
                        new Json()
                                .put("pai", answer.result.gain().value())
                                .put("low", answer.result.gain().low())
                                .put("high", answer.result.gain().high()));
    }

    private static Json rate(Json figures, HitRate rate) {
        return figures.put("incidents", rate.cases())
                .put("hits", rate.hits())
                .put("hitRate", rate.hitRate())
                .put("PAI", rate.pai())
                .put("PEI", rate.pei());
    }

    private static int day(Options options, Option option) {
        String text = options.text(option);
        try {
            long day = LocalDate.parse(text).toEpochDay();
            if (Math.abs(day) < Integer.MAX_VALUE / 4) {
                return (int) day;
            }
        } catch (DateTimeException notOne) {
            // refused below, like a year that nobody lives in
        }
        throw new UnusableInput("--" + option.name() + " must be a date like 2026-03-01, was " + text);
    }
}
