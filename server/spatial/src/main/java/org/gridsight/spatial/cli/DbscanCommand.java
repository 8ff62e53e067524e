package org.gridsight.spatial.cli;

import java.io.IOException;
import java.util.List;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.cluster.Dbscan;
import org.gridsight.spatial.cluster.DensityClusters;

/** Groups of points by one density. */
final class DbscanCommand implements Command {

    static final Option EPS = new Option("eps", "METRES", "how near neighbours are, this distance included");
    static final Option MIN_POINTS = new Option("min-points", "N", "neighbours of a core point, itself included");

    @Override
    public String name() {
        return "dbscan";
    }

    @Override
    public String summary() {
        return "groups of one density, exact: id,label,core";
    }

    @Override
    public List<Option> options() {
        return Option.withPoints(EPS, MIN_POINTS);
    }

    @Override
    public Json run(Call call) throws IOException {
        Dbscan dbscan = new Dbscan(call.options().positive(EPS), call.options().whole(MIN_POINTS, 1));
        Places places = call.places();
        Run run = call.run();
        return answer(call, places, call.timed(() -> dbscan.clusters(places.points(), run)));
    }

    /** Writes and counts clusters; the label of one is the smallest id, or else row, of its core points. */
    static Json answer(Call call, Places places, DensityClusters clusters) throws IOException {
        ClusterLabels labels = ClusterLabels.of(places, clusters::label, clusters::isCore);
        int cores = 0;
        for (int i = 0; i < clusters.size(); i++) {
            cores += clusters.isCore(i) ? 1 : 0;
        }
        call.write("id,label,core", out -> {
            for (int i = 0; i < clusters.size(); i++) {
                out.id(places, i)
                        .whole(labels.of(clusters.label(i)))
                        .whole(clusters.isCore(i) ? 1 : 0)
                        .end();
            }
        });
        return places.figures()
                .put("clusters", clusters.clusters())
                .put("noise", clusters.noise())
                .put("core", cores);
    }
}
