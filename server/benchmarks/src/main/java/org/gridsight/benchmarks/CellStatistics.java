package org.gridsight.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.CellScores;
import org.gridsight.spatial.hotspot.GetisOrd;
import org.gridsight.spatial.hotspot.GetisOrdTally;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.gridsight.spatial.hotspot.SquareCells;

/**
 * Gi* of a million incidents on a hundred thousand cells, queen, against R's spdep with its neighbour lists made
 * beforehand, round by round; then one added incident. One thread; the first round is a cold one.
 */
final class CellStatistics {

    private static final int ROUNDS = 15;
    private static final int INCIDENTS = 1_000_000;
    private static final double SIDE = 126.5;

    private CellStatistics() {}

    public static void main(String[] texts) throws IOException {
        Arguments arguments = new Arguments(texts);
        PlanarPoints points = CityPoints.first(INCIDENTS);
        SquareCells cells = SquareCells.covering(points, SIDE);
        double[] counts = cells.counts(points);
        Neighbourhood near = cells.queen();
        int rows = cells.iy(cells.size() - 1) - cells.iy(0) + 1;
        Optional<RPeer> peer = RPeer.start(
                Path.of(arguments.text("peer", "server/benchmarks/peers/gistar.R")),
                RPeer.numbers(counts).toString(),
                String.valueOf(rows));
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double difference = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            CellScores scores = new GetisOrd(near).scores(counts, Run.alone());
            ours[round] = (System.nanoTime() - start) / 1e6;
            if (peer.isPresent()) {
                RPeer.Round answer = peer.get().round();
                theirs[round] = answer.seconds() * 1e3;
                difference = Math.max(difference, Math.abs(answer.checkSum() - checkSum(scores)));
            }
        }
        peer.ifPresent(RPeer::close);
        double cold = ours[0];
        String against = peer.isEmpty()
                ? "no R with spdep here"
                : String.format(Locale.ROOT, "spdep %.0f ms, sums differ by %.1e", median(theirs), difference);
        Row.print(
                CellStatistics.class,
                "Gi*, " + cells.size() + " cells",
                String.format(Locale.ROOT, "%.2f ms (first round %.1f ms); %s", median(ours), cold, against),
                "20 ms");
        added(near, counts);
    }

    /** One incident more, then the z-score of every cell. */
    private static void added(Neighbourhood near, double[] counts) {
        GetisOrdTally tally = new GetisOrdTally(near, counts, Run.alone());
        Random random = new Random(1);
        double[] one = new double[2_000];
        double[] all = new double[2_000];
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            int cell = random.nextInt(counts.length);
            long start = System.nanoTime();
            tally.add(cell, 1);
            sum += tally.z(cell);
            long added = System.nanoTime();
            sum += tally.scores().z(0);
            one[i] = (added - start) / 1e3;
            all[i] = (System.nanoTime() - start) / 1e3;
        }
        Row.print(
                CellStatistics.class,
                "one added incident, " + counts.length + " cells",
                String.format(
                        Locale.ROOT,
                        "%.2f us with the z of its cell; %.0f us with the z of every cell (sum %.3f)",
                        median(one),
                        median(all),
                        sum),
                "1 ms");
    }

    private static double checkSum(CellScores scores) {
        double sum = 0;
        for (int cell = 0; cell < scores.size(); cell++) {
            sum += Math.abs(scores.z(cell));
        }
        return sum;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
