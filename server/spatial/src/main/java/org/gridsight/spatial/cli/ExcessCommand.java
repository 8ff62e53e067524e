package org.gridsight.spatial.cli;

import java.io.IOException;
import java.util.List;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.CellExcess;
import org.gridsight.spatial.hotspot.CellExcess.Excesses;
import org.gridsight.spatial.hotspot.FalseDiscovery;
import org.gridsight.spatial.hotspot.SquareCells;

/** Where more happened since a day than the pattern before it gives: Gi* of observed minus expected. */
final class ExcessCommand implements Command {

    private static final Option SINCE = new Option("since", "DATE", "first day of the period to test");

    @Override
    public String name() {
        return "excess";
    }

    @Override
    public String summary() {
        return "Gi* of observed minus expected since a day: ix,iy,observed,expected,ratio,z,p,significant";
    }

    @Override
    public List<Option> options() {
        return Option.withPointsAndTimes(Cells.andOwn(SINCE));
    }

    @Override
    public Json run(Call call) throws IOException {
        Options options = call.options();
        int since = options.day(SINCE);
        FalseDiscovery falseDiscovery = Cells.falseDiscovery(options);
        Places places = call.placesWithTimes();
        SquareCells cells = Cells.of(call, places);
        Run run = call.run();
        double[] late = new double[cells.size()];
        double[] earlier = new double[cells.size()];
        Excesses found = call.timed(() -> {
            count(places, since, cells, late, earlier);
            return new CellExcess(Cells.near(options, cells), falseDiscovery).of(late, earlier, run);
        });
        call.write("ix,iy,observed,expected,ratio,z,p,significant", out -> {
            for (int cell = 0; cell < found.size(); cell++) {
                out.whole(cells.ix(cell)).whole(cells.iy(cell));
                out.number(found.observed(cell)).number(found.expected(cell));
                out.number(found.observed(cell) / found.expected(cell)).number(found.z(cell));
                out.number(found.p(cell)).whole(found.believed(cell) ? 1 : 0).end();
            }
        });
        return figures(places, late, earlier, found);
    }

    private static void count(Places places, int since, SquareCells cells, double[] late, double[] earlier) {
        PlanarPoints points = places.points();
        int[] days = places.days();
        for (int i = 0; i < points.size(); i++) {
            int cell = cells.at(points.x(i), points.y(i));
            if (cell >= 0) {
                (days[i] >= since ? late : earlier)[cell]++;
            }
        }
    }

    private static Json figures(Places places, double[] late, double[] earlier, Excesses found) {
        double allLate = 0;
        double allEarlier = 0;
        double smallest = 1;
        for (int cell = 0; cell < late.length; cell++) {
            allLate += late[cell];
            allEarlier += earlier[cell];
            smallest = Math.min(smallest, found.p(cell));
        }
        if (places.size() > 0 && (allLate == 0 || allEarlier == 0)) {
            throw new UnusableInput("--since leaves " + (long) allLate + " incidents since that day and "
                    + (long) allEarlier + " before it; both are needed");
        }
        return places.figures()
                .put("late", allLate)
                .put("earlier", allEarlier)
                .put("cells", found.size())
                .put("significant", found.believed())
                .put("smallestP", smallest);
    }
}
