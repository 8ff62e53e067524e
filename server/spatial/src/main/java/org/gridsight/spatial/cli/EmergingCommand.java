package org.gridsight.spatial.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.EmergingClass;
import org.gridsight.spatial.hotspot.EmergingClasses;
import org.gridsight.spatial.hotspot.FalseDiscovery;
import org.gridsight.spatial.hotspot.MannKendall;
import org.gridsight.spatial.hotspot.SquareCells;

/** How each cell came to be hot or cold, period by period. */
final class EmergingCommand implements Command {

    private static final Option PERIOD = new Option(
            "period", "PERIOD", "day, week (default), month or a number of days, counted back from the last day");

    @Override
    public String name() {
        return "emerging";
    }

    @Override
    public String summary() {
        return "course of Gi* over periods and its trend: ix,iy,class,z,p";
    }

    @Override
    public List<Option> options() {
        return Option.withPointsAndTimes(Cells.andOwn(PERIOD));
    }

    @Override
    public Json run(Call call) throws IOException {
        Options options = call.options();
        FalseDiscovery falseDiscovery = Cells.falseDiscovery(options);
        String length = options.has(PERIOD) ? options.text(PERIOD) : "week";
        Periods.checkLength(length);
        Places places = call.placesWithTimes();
        SquareCells cells = Cells.of(call, places);
        Periods periods = Periods.of(places.days(), length);
        Run run = call.run();
        EmergingClasses.Courses courses = call.timed(() -> {
            double[][] counts = counts(places, cells, periods);
            return new EmergingClasses(Cells.near(options, cells), falseDiscovery).courses(counts, run);
        });
        call.write("ix,iy,class,z,p", out -> {
            for (int cell = 0; cell < courses.size(); cell++) {
                MannKendall trend = courses.trend(cell);
                out.whole(cells.ix(cell)).whole(cells.iy(cell));
                out.text(courses.of(cell).words()).number(trend.z()).number(trend.p());
                out.end();
            }
        });
        return figures(places, periods, courses);
    }

    private static double[][] counts(Places places, SquareCells cells, Periods periods) {
        EmergingClasses.checkSize(cells.size(), periods.count());
        double[][] counts = new double[periods.count()][cells.size()];
        PlanarPoints points = places.points();
        int[] days = places.days();
        for (int i = 0; i < points.size(); i++) {
            int cell = cells.at(points.x(i), points.y(i));
            int period = periods.at(days[i]);
            if (cell >= 0 && period >= 0) {
                counts[period][cell]++;
            }
        }
        return counts;
    }

    private static Json figures(Places places, Periods periods, EmergingClasses.Courses courses) {
        Map<EmergingClass, Integer> found = new EnumMap<>(EmergingClass.class);
        for (int cell = 0; cell < courses.size(); cell++) {
            found.merge(courses.of(cell), 1, Integer::sum);
        }
        Json classes = new Json();
        found.forEach((one, cells) -> classes.put(one.words(), cells));
        Json figures = places.figures()
                .put("cells", courses.size())
                .put("periods", periods.count())
                .put("classes", classes);
        if (periods.count() > 0) {
            figures.put("from", LocalDate.ofEpochDay(periods.firstDay()).toString());
            figures.put("to", LocalDate.ofEpochDay(periods.lastDay()).toString());
        }
        return periods.count() >= EmergingClasses.FEWEST_PERIODS
                ? figures
                : figures.put(
                        "tooFew",
                        periods.count() + " whole periods, at least " + EmergingClasses.FEWEST_PERIODS
                                + " are needed to speak of a course");
    }
}
