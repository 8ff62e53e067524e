package org.gridsight.benchmarks;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.cli.Main;
import org.gridsight.spatial.cluster.Dbscan;
import org.gridsight.spatial.cluster.DensityClusters;
import org.gridsight.spatial.cluster.Hdbscan;
import org.gridsight.spatial.cluster.StableClusters;

/**
 * DBSCAN on one and on two threads against R's dbscan, round by round on the same points, and HDBSCAN; then the same as
 * whole processes of the command line, from CSV to CSV. Computing seconds are medians, the fastest round in brackets;
 * the first rounds warm up and are told apart.
 */
final class Clusters {

    private static final int MIN_POINTS = 10;
    private static final int WARM = 3;

    private final int rounds;
    private final ExecutorService pool = Executors.newFixedThreadPool(1);

    private Clusters(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] texts) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(texts);
        Clusters clusters = new Clusters(arguments.number("rounds", 5));
        Path peer = Path.of(arguments.text("peer", "server/benchmarks/peers/dbscan.R"));
        try {
            clusters.dbscan(1_000_000, 8, peer, "5x faster than R on 2 threads, 2x on 1");
            clusters.dbscan(100_000, 25, peer, "0.04 s");
            clusters.hdbscan(100_000, "3 s");
            clusters.hdbscan(1_000_000, "60 s, 2 GB");
            clusters.processes();
        } finally {
            clusters.pool.shutdownNow();
        }
    }

    private void dbscan(int size, double eps, Path script, String mark) throws IOException {
        PlanarPoints points = CityPoints.first(size);
        Optional<RPeer> peer = RPeer.start(
                script,
                RPeer.numbers(points.xs()).toString(),
                RPeer.numbers(points.ys()).toString(),
                String.valueOf(eps),
                String.valueOf(MIN_POINTS));
        double[][] seconds = new double[3][rounds];
        double first = 0;
        boolean same = true;
        for (int round = -WARM; round < rounds; round++) {
            double one = timeDbscan(points, eps, Run.alone());
            double two = timeDbscan(points, eps, Run.on(pool, 2, share -> {}));
            first = round == -WARM ? one : first;
            if (round >= 0) {
                seconds[0][round] = one;
                seconds[1][round] = two;
                if (peer.isPresent()) {
                    RPeer.Round answer = peer.get().round();
                    seconds[2][round] = answer.seconds();
                    same &= answer.checkSum() == lastSum;
                }
            }
        }
        peer.ifPresent(RPeer::close);
        String against = peer.isEmpty() ? "no R with dbscan here" : against(seconds[2], same);
        Row.print(
                Clusters.class,
                String.format(Locale.ROOT, "DBSCAN, %,d points, eps %.0f", size, eps),
                String.format(
                        Locale.ROOT,
                        "1 thread %s, 2 threads %s (very first round %.3f s); %s",
                        both(seconds[0]),
                        both(seconds[1]),
                        first,
                        against),
                mark);
    }

    private static String against(double[] seconds, boolean same) {
        return "R " + both(seconds) + (same ? ", same clusters and noise" : ", OTHER CLUSTERS");
    }

    /** Clusters and noise of the last round, as the peer sums them up. */
    private double lastSum;

    private double timeDbscan(PlanarPoints points, double eps, Run run) {
        long start = System.nanoTime();
        DensityClusters found = new Dbscan(eps, MIN_POINTS).clusters(points, run);
        double seconds = (System.nanoTime() - start) / 1e9;
        lastSum = found.clusters() * 1e7 + found.noise();
        return seconds;
    }

    private void hdbscan(int size, String mark) {
        PlanarPoints points = CityPoints.first(size);
        double[] seconds = new double[rounds];
        double weight = 0;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            StableClusters found = new Hdbscan(15).clusters(points, Run.on(pool, 2, share -> {}));
            seconds[round] = (System.nanoTime() - start) / 1e9;
            weight = found.treeWeight();
        }
        Row.print(
                Clusters.class,
                String.format(Locale.ROOT, "HDBSCAN, %,d points, 15", size),
                String.format(
                        Locale.ROOT, "2 threads %s (very first %.2f s), tree %.3f", both(seconds), seconds[0], weight),
                mark);
    }

    private void processes() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gridsight-clusters");
        Path city = csv(folder.resolve("city.csv"), 1_000_000);
        Path small = csv(folder.resolve("small.csv"), 100_000);
        process("-Xmx256m", city, "dbscan", "--eps", "8", "--min-points", "10");
        process("-Xmx256m", small, "dbscan", "--eps", "25", "--min-points", "10");
        process("-Xmx256m -XX:TieredStopAtLevel=1", small, "dbscan", "--eps", "25", "--min-points", "10");
        process("-Xmx2g", small, "hdbscan", "--min-points", "15");
        process("-Xmx2g", city, "hdbscan", "--min-points", "15");
        for (String file : new String[] {"city.csv", "small.csv", "out.csv"}) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
    }

    private static Path csv(Path file, int size) throws IOException {
        PlanarPoints points = CityPoints.first(size);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("x,y\n");
            for (int i = 0; i < size; i++) {
                out.write(points.x(i) + "," + points.y(i) + "\n");
            }
        }
        return file;
    }

    /** A new machine each time: start, reading, computing, writing. */
    private void process(String machine, Path in, String... command) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        call.addAll(List.of(machine.split(" ", -1)));
        call.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        call.addAll(List.of(command));
        call.addAll(List.of("--in", in.toString(), "--x", "x", "--y", "y"));
        call.addAll(List.of("--out", in.resolveSibling("out.csv").toString()));
        double[] whole = new double[rounds];
        double[] computing = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            File answer = File.createTempFile("gridsight", ".json");
            long start = System.nanoTime();
            int status = new ProcessBuilder(call)
                    .redirectOutput(answer)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            whole[round] = (System.nanoTime() - start) / 1e9;
            String json = Files.readString(answer.toPath()).strip();
            Files.delete(answer.toPath());
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", call) + " ended with " + status);
            }
            computing[round] = Double.parseDouble(json.replaceAll(".*\"seconds\":([0-9.E-]+).*", "$1"));
        }
        Row.print(
                Clusters.class,
                "command line, " + String.join(" ", command) + ", " + in.getFileName() + ", " + machine,
                "whole process " + both(whole) + ", of it computing " + both(computing),
                "-");
    }

    /** Median and, in brackets, the fastest. */
    private static String both(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.3f s (%.3f)", sorted[sorted.length / 2], sorted[0]);
    }
}
