package org.gridsight.spatial.cli;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.CellScores;
import org.gridsight.spatial.hotspot.FalseDiscovery;
import org.gridsight.spatial.hotspot.GetisOrd;
import org.gridsight.spatial.hotspot.SquareCells;

/** Gi* of the counts on square cells, with the false discovery rate held. */
final class GistarCommand implements Command {

    @Override
    public String name() {
        return "gistar";
    }

    @Override
    public String summary() {
        return "Getis-Ord Gi* of counts on cells: ix,iy,count,z,p,significant";
    }

    @Override
    public List<Option> options() {
        return Option.withPoints(Cells.andOwn());
    }

    /** Counts, scores, p-values and which to believe. */
    private record Result(SquareCells cells, double[] counts, CellScores scores, double[] p, BitSet believed) {}

    @Override
    public Json run(Call call) throws IOException {
        FalseDiscovery falseDiscovery = Cells.falseDiscovery(call.options());
        Places places = call.places();
        SquareCells cells = Cells.of(call, places);
        Run run = call.run();
        Result result = call.timed(() -> {
            double[] counts = cells.counts(places.points());
            CellScores scores = new GetisOrd(Cells.near(call.options(), cells)).scores(counts, run);
            double[] p = scores.ps(run);
            return new Result(cells, counts, scores, p, falseDiscovery.believed(p));
        });
        write(call, result);
        return figures(places, result);
    }

    private static void write(Call call, Result result) throws IOException {
        call.write("ix,iy,count,z,p,significant", out -> {
            for (int cell = 0; cell < result.cells.size(); cell++) {
                out.whole(result.cells.ix(cell)).whole(result.cells.iy(cell));
                out.number(result.counts[cell]).number(result.scores.z(cell)).number(result.p[cell]);
                out.whole(result.believed.get(cell) ? 1 : 0).end();
            }
        });
    }

    private static Json figures(Places places, Result result) {
        PlanarPoints points = places.points();
        int outside = 0;
        for (int i = 0; i < points.size(); i++) {
            outside += result.cells.at(points.x(i), points.y(i)) < 0 ? 1 : 0;
        }
        int occupied = 0;
        int hot = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < result.cells.size(); cell++) {
            occupied += result.counts[cell] > 0 ? 1 : 0;
            hot += result.believed.get(cell) && result.scores.z(cell) > 0 ? 1 : 0;
            highest = Math.max(highest, result.scores.z(cell));
        }
        return places.figures()
                .put("outside", outside)
                .put("cells", result.cells.size())
                .put("occupied", occupied)
                .put("mean", result.scores.mean())
                .put("deviation", result.scores.deviation())
                .put("significant", result.believed.cardinality())
                .put("hot", hot)
                .put("highestZ", highest);
    }
}
