package org.gridsight.spatial.cli;

import java.io.IOException;
import java.util.List;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.KernelDensity;
import org.gridsight.spatial.hotspot.SquareCells;

/** Gaussian density on cells: a picture, never a proof. */
final class KdeCommand implements Command {

    private static final Option SIGMA = new Option("sigma", "METRES", "standard deviation of the Gaussian");

    @Override
    public String name() {
        return "kde";
    }

    @Override
    public String summary() {
        return "Gaussian density at cell centres, points per square metre, for display: ix,iy,density";
    }

    @Override
    public List<Option> options() {
        return Option.withPoints(SIGMA, Cells.CELL, Cells.BOUNDARY);
    }

    @Override
    public Json run(Call call) throws IOException {
        double sigma = call.options().positive(SIGMA);
        call.options().positive(Cells.CELL);
        Places places = call.places();
        SquareCells cells = Cells.of(call, places);
        Run run = call.run();
        double[] density = call.timed(() -> new KernelDensity(places.points(), sigma).on(cells, run));
        call.write("ix,iy,density", out -> {
            for (int cell = 0; cell < density.length; cell++) {
                out.whole(cells.ix(cell)).whole(cells.iy(cell)).number(density[cell]);
                out.end();
            }
        });
        return figures(places, cells, density);
    }

    private static Json figures(Places places, SquareCells cells, double[] density) {
        int peak = 0;
        double sum = 0;
        for (int cell = 0; cell < density.length; cell++) {
            peak = density[cell] > density[peak] ? cell : peak;
            sum += density[cell];
        }
        Json figures =
                places.figures().put("cells", cells.size()).put("pointsOnCells", sum * cells.side() * cells.side());
        return density.length == 0
                ? figures
                : figures.put("peak", density[peak])
                        .put("peakX", cells.centreX(peak))
                        .put("peakY", cells.centreY(peak));
    }
}
