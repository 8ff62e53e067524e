package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.scan.SuspectReports;

/**
 * The space-time permutation scan of Memphis' robberies of 2019 through the command line, five cold processes one after
 * the other: 999 replicas, windows of up to 14 days on any day, circles of up to 3 km over cells of 1 km. SaTScan cannot
 * be installed by a script; its 15.2 s on two such cores are quoted, not measured here. Then the suspects among a million
 * reports of a dense city, in this process.
 */
final class Scans {

    private static final int ROUNDS = 5;
    private static final Pattern SECONDS = Pattern.compile("\"seconds\":([0-9.]+)");
    private static final Pattern STATISTIC = Pattern.compile("\"statistic\":([0-9.]+)");

    private Scans() {}

    public static void main(String[] texts) throws IOException, InterruptedException {
        memphis(texts);
        suspects();
    }

    /** Two years within 20 km, a tenth told again near by within a day, a tenth copied in at one moment. */
    private static void suspects() {
        int n = 1_000_000;
        SplittableRandom random = new SplittableRandom(1);
        double[] x = new double[n];
        double[] y = new double[n];
        long[] occurred = new long[n];
        long[] entered = new long[n];
        int[] reporter = new int[n];
        int[] kind = new int[n];
        for (int i = 0; i < n; i++) {
            int of = i > 0 && i % 10 == 0 ? i - 1 : i;
            x[i] = of == i ? random.nextDouble(20_000) : x[of] + random.nextDouble(30);
            y[i] = of == i ? random.nextDouble(20_000) : y[of] + random.nextDouble(30);
            occurred[i] = of == i ? random.nextLong(730 * 86_400L) : occurred[of];
            entered[i] = i % 10 == 5 ? 760 * 86_400L : occurred[i] + 60 + random.nextLong(43_200);
            reporter[i] = random.nextInt(5_000);
            kind[i] = of == i ? random.nextInt(7) : kind[of];
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        int found = new SuspectReports(
                        new org.gridsight.spatial.hotspot.scan.Reports(
                                PlanarPoints.of(x, y), occurred, entered, reporter, kind),
                        Run.alone())
                .suspects()
                .size();
        double processor = (threads.getCurrentThreadCpuTime() - worked) / 1e9;
        double seconds = (System.nanoTime() - start) / 1e9;
        String told = String.format(
                Locale.ROOT, "%.2f s of processor, %.2f s, one thread, cold, %d set aside", processor, seconds, found);
        Row.print(Scans.class, "suspects among 1M reports", told, "none set");
    }

    private static void memphis(String[] texts) throws IOException, InterruptedException {
        Path file =
                Path.of(new Arguments(texts).text("memphis", "../shared/data/points/memphis_robberies_2019.csv.gz"));
        String mark = "1.5 s (SaTScan 15.2 s, quoted)";
        if (!Files.exists(file)) {
            Row.print(Scans.class, "scan, Memphis", "no file " + file + " here", mark);
            return;
        }
        double[] computing = new double[ROUNDS];
        double[] whole = new double[ROUNDS];
        double statistic = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            String answer = answer(file);
            whole[round] = (System.nanoTime() - start) / 1e9;
            computing[round] = number(SECONDS, answer);
            statistic = number(STATISTIC, answer);
        }
        Row.print(
                Scans.class,
                "scan, Memphis, 999 replicas",
                String.format(
                        Locale.ROOT,
                        "%.2f s, whole process %.2f s, statistic %.6f",
                        median(computing),
                        median(whole),
                        statistic),
                mark);
    }

    private static String answer(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(file))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the command line failed");
        }
        return last;
    }

    private static List<String> command(Path file) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String options =
                " scan --x x --y y --t time --cell 1000 --max-radius 3000 --max-days 14 --replicas 999 --seed 1"
                        + " --retrospective --in ";
        String main = "org.gridsight.spatial.cli.Main" + options + file;
        return Stream.concat(
                        List.of(java, "-cp", System.getProperty("java.class.path")).stream(),
                        Arrays.stream(main.split(" ")))
                .toList();
    }

    private static double number(Pattern pattern, String answer) {
        Matcher found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("no figures in: " + answer);
        }
        return Double.parseDouble(found.group(1));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
