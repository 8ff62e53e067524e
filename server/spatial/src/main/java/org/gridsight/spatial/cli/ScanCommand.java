package org.gridsight.spatial.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.scan.Cylinders;
import org.gridsight.spatial.hotspot.scan.Cylinders.Windows;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.gridsight.spatial.hotspot.scan.Replicas;
import org.gridsight.spatial.hotspot.scan.ScanCluster;
import org.gridsight.spatial.hotspot.scan.ScanResult;
import org.gridsight.spatial.hotspot.scan.SpaceTimeScan;

/** The space-time permutation scan: clusters in the key figures, and in {@code --out} which case lies in which. */
final class ScanCommand implements Command {

    private static final Option CELL = new Option("cell", "M", "side of the square cells");
    private static final Option RADIUS = new Option("max-radius", "M", "of the largest circle");
    private static final Option DAYS = new Option("max-days", "N", "of the longest window");
    private static final Option REPLICAS = new Option("replicas", "N", "days dealt anew so often, default 999");
    private static final Option SEED = new Option("seed", "N", "of the dealing, default 1");
    private static final Option STOP = new Option("stop-after", "N", "end when so many replicas reach the data");
    private static final Option PROSPECTIVE =
            new Option("prospective", "", "windows end at the last day (default): what is going on now");
    private static final Option RETROSPECTIVE = new Option("retrospective", "", "windows end on any day");

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String summary() {
        return "where and since when is it unusual: space-time permutation scan; --out: id,cluster (0 = none)";
    }

    @Override
    public List<Option> options() {
        return Option.withPointsAndTimes(CELL, RADIUS, DAYS, REPLICAS, SEED, STOP, PROSPECTIVE, RETROSPECTIVE);
    }

    @Override
    public Json run(Call call) throws IOException {
        Options options = call.options();
        if (options.has(PROSPECTIVE) && options.has(RETROSPECTIVE)) {
            throw new UnusableInput("--prospective and --retrospective exclude each other");
        }
        Windows windows = options.has(RETROSPECTIVE) ? Windows.RETROSPECTIVE : Windows.PROSPECTIVE;
        Cylinders cylinders =
                new Cylinders(options.positive(CELL), options.number(RADIUS), options.whole(DAYS, 1), windows);
        Replicas replicas =
                new Replicas(options.whole(REPLICAS, 0, 999), options.seed(SEED, 1), options.whole(STOP, 0, 0));
        Places places = call.placesWithTimes();
        DatedPoints cases = DatedPoints.of(places.points(), places.days());
        Run run = call.run();
        ScanResult result = call.timed(() -> new SpaceTimeScan(cases, cylinders).result(replicas, run));
        write(call, places, result);
        return places.figures()
                .put("windows", windows.name().toLowerCase(Locale.ROOT))
                .put("verdict", result.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("replicas", result.replicas())
                .put(
                        "clusters",
                        result.clusters().stream().map(ScanCommand::json).toList());
    }

    private static void write(Call call, Places places, ScanResult result) throws IOException {
        int[] cluster = new int[places.size()];
        for (int i = 0; i < result.clusters().size(); i++) {
            for (int member : result.clusters().get(i).cases()) {
                cluster[member] = i + 1;
            }
        }
        call.write("id,cluster", out -> {
            for (int i = 0; i < cluster.length; i++) {
                out.id(places, i).whole(cluster[i]).end();
            }
        });
    }

    private static Json json(ScanCluster cluster) {
        return new Json()
                .put("x", cluster.circle().x())
                .put("y", cluster.circle().y())
                .put("radius", cluster.circle().radiusMetres())
                .put("from", LocalDate.ofEpochDay(cluster.days().from()).toString())
                .put("to", LocalDate.ofEpochDay(cluster.days().to()).toString())
                .put("observed", cluster.strength().observed())
                .put("expected", cluster.strength().expected())
                .put("statistic", cluster.strength().statistic())
                .put("p", cluster.proof().p())
                .put("gumbelP", cluster.proof().gumbelP())
                .put("recurrenceDays", cluster.proof().recurrenceDays());
    }
}
