package org.gridsight.spatial.cli;

import java.io.IOException;
import java.util.List;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.cluster.Hdbscan;
import org.gridsight.spatial.cluster.StableClusters;

/** Groups of points of different density. */
final class HdbscanCommand implements Command {

    private static final Option MIN_POINTS =
            new Option("min-points", "N", "smallest cluster, and neighbours of the core distance, itself included");

    @Override
    public String name() {
        return "hdbscan";
    }

    @Override
    public String summary() {
        return "groups of different density: id,label,probability,outlier";
    }

    @Override
    public List<Option> options() {
        return Option.withPoints(MIN_POINTS);
    }

    @Override
    public Json run(Call call) throws IOException {
        Hdbscan hdbscan = new Hdbscan(call.options().whole(MIN_POINTS, 2));
        Places places = call.places();
        Run run = call.run();
        StableClusters clusters = call.timed(() -> hdbscan.clusters(places.points(), run));
        ClusterLabels labels = ClusterLabels.of(places, clusters::label, i -> true);
        call.write("id,label,probability,outlier", out -> {
            for (int i = 0; i < clusters.size(); i++) {
                out.id(places, i)
                        .whole(labels.of(clusters.label(i)))
                        .number(clusters.probability(i))
                        .number(clusters.outlier(i))
                        .end();
            }
        });
        return places.figures()
                .put("clusters", clusters.clusters())
                .put("noise", clusters.noise())
                .put("mstWeight", clusters.treeWeight());
    }
}
