package org.gridsight.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.cluster.Hdbscan;
import org.gridsight.spatial.cluster.StableClusters;

/**
 * How well our HDBSCAN labels agree with those of R's dbscan, on cities, uniform points, groups, rounded and repeated
 * places and real cases. R breaks ties by the order of the rows, so what it says of the same rows shuffled stands beside:
 * in brackets, the least of some shuffles.
 */
final class Agreement {

    private static final int SIZE = 2_000;
    private static final double SIDE = 10_000;
    private static final int SHUFFLES = 3;
    private static final int[] MIN_POINTS = {5, 10, 15};

    private final Path script;
    private final Path labels;
    private final Random random = new Random(20_260_101);

    private Agreement(Path script) throws IOException {
        this.script = script;
        this.labels = Files.createTempFile("gridsight-labels", ".txt");
        labels.toFile().deleteOnExit();
    }

    public static void main(String[] texts) throws IOException {
        Arguments arguments = new Arguments(texts);
        Agreement agreement = new Agreement(Path.of(arguments.text("peer", "server/benchmarks/peers/hdbscan.R")));
        agreement.real(Path.of(arguments.text("data", "../shared/data/points")));
        for (int size : new int[] {1_000, 2_000, 4_000}) {
            agreement.compare(String.format(Locale.ROOT, "city, %,d points", size), CityPoints.first(size));
        }
        agreement.compare("uniform", agreement.uniform());
        agreement.compare("groups and noise", agreement.groups());
        agreement.compare("groups and noise, rounded to 10 m", agreement.rounded(10));
        for (int percent : new int[] {10, 20, 40, 60}) {
            agreement.compare("groups and noise, " + percent + " % repeated", agreement.repeated(percent));
        }
        agreement.compare("lattice of 250 m, each 5 m off", agreement.lattice());
    }

    private void real(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        compare("Snow", CaseFile.read(data.resolve("snow_cholera_deaths.csv")).places(1));
        compare(
                "Memphis",
                CaseFile.read(data.resolve("memphis_robberies_2019.csv.gz")).places(6));
        CaseFile portland = CaseFile.read(data.resolve("portland_nij_cfs_2016_aug_sep.csv.gz"));
        for (String kind : List.of("BURGLARY", "MOTOR VEHICLE THEFT", "STREET CRIMES")) {
            compare(
                    "Portland " + kind.toLowerCase(Locale.ROOT),
                    portland.where(2, kind).places(5));
        }
    }

    private PlanarPoints uniform() {
        return drawn(i -> new double[] {SIDE * random.nextDouble(), SIDE * random.nextDouble()});
    }

    /** Three in five around twelve centres, the others anywhere. */
    private PlanarPoints groups() {
        double[][] centres = new double[12][];
        for (int k = 0; k < centres.length; k++) {
            centres[k] = new double[] {
                SIDE * random.nextDouble(), SIDE * random.nextDouble(), 120 * Math.exp(0.7 * random.nextGaussian())
            };
        }
        return drawn(i -> {
            double[] centre = centres[random.nextInt(centres.length)];
            return i % 5 < 3
                    ? new double[] {
                        centre[0] + centre[2] * random.nextGaussian(), centre[1] + centre[2] * random.nextGaussian()
                    }
                    : new double[] {SIDE * random.nextDouble(), SIDE * random.nextDouble()};
        });
    }

    private PlanarPoints rounded(double metres) {
        PlanarPoints points = groups();
        return drawn(i ->
                new double[] {metres * Math.rint(points.x(i) / metres), metres * Math.rint(points.y(i) / metres)});
    }

    /** So many of a hundred points lie where another one does. */
    private PlanarPoints repeated(int percent) {
        PlanarPoints points = groups();
        int own = SIZE - SIZE * percent / 100;
        return drawn(i -> {
            int of = i < own ? i : random.nextInt(own);
            return new double[] {points.x(of), points.y(of)};
        });
    }

    private PlanarPoints lattice() {
        return drawn(i -> new double[] {
            250.0 * (i % 50) + 5 * random.nextGaussian(), 250.0 * Math.floorDiv(i, 50) + 5 * random.nextGaussian()
        });
    }

    private static PlanarPoints drawn(IntFunction<double[]> place) {
        double[] x = new double[SIZE];
        double[] y = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double[] at = place.apply(i);
            x[i] = at[0];
            y[i] = at[1];
        }
        return PlanarPoints.of(x, y);
    }

    private void compare(String name, PlanarPoints points) throws IOException {
        String x = RPeer.numbers(points.xs()).toString();
        String y = RPeer.numbers(points.ys()).toString();
        List<String> figures = new ArrayList<>();
        for (int minPoints : MIN_POINTS) {
            Optional<RPeer> started = RPeer.start(script, x, y, String.valueOf(minPoints), labels.toString());
            if (started.isEmpty()) {
                figures.add("no R with dbscan here");
                break;
            }
            try (RPeer peer = started.get()) {
                int[] theirs = labels(peer);
                double own = 1;
                for (int round = 0; round < SHUFFLES; round++) {
                    own = Math.min(own, RandIndex.adjusted(theirs, labels(peer)));
                }
                StableClusters found = new Hdbscan(minPoints).clusters(points, Run.alone());
                int[] ours = IntStream.range(0, found.size()).map(found::label).toArray();
                figures.add(String.format(
                        Locale.ROOT, "%d: %.3f (%.3f)", minPoints, RandIndex.adjusted(ours, theirs), own));
            }
        }
        Row.print(Agreement.class, "HDBSCAN, " + name, String.join(", ", figures), ">= 0.95");
    }

    private int[] labels(RPeer peer) throws IOException {
        peer.round();
        return Files.readAllLines(labels).stream().mapToInt(Integer::parseInt).toArray();
    }
}
