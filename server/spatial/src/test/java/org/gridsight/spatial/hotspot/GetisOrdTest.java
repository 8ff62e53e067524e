package org.gridsight.spatial.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.SharedData;
import org.gridsight.spatial.UnusableInput;
import org.junit.jupiter.api.Test;

/** Gi* and local Moran equal R's spdep, their own definition, and themselves after one more incident. */
class GetisOrdTest {

    private static final Run RUN = Run.alone();

    @Test
    void agreesWithSpdep() {
        agrees("oracles/sids_nc_gistar_moran.csv.gz", 4, 5);
        agrees("oracles/columbus_crime_gistar_moran.csv.gz", 3, 4);
    }

    private static void agrees(String file, int valueColumn, int first) {
        List<String[]> rows = SharedData.rows(file);
        double[] values = new double[rows.size()];
        int[][] neighbours = new int[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble(rows.get(i)[valueColumn]);
            neighbours[i] = Arrays.stream(rows.get(i)[first + 3].split(";"))
                    .mapToInt(text -> Integer.parseInt(text) - 1)
                    .toArray();
        }
        Neighbourhood near = ListedNeighbourhood.of(neighbours);
        CellScores scores = new GetisOrd(near).scores(values, RUN);
        LocalMoran.Likeness likeness = new LocalMoran(near).likeness(values, RUN);
        for (int i = 0; i < values.length; i++) {
            String[] row = rows.get(i);
            assertThat(scores.z(i)).isCloseTo(Double.parseDouble(row[first]), within(1e-6));
            assertThat(likeness.statistic(i)).isCloseTo(Double.parseDouble(row[first + 1]), within(1e-6));
            assertThat(likeness.z(i)).isCloseTo(Double.parseDouble(row[first + 2]), within(1e-6));
        }
    }

    @Test
    void agreesWithTheDefinitionOnAnyWindow() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            SquareCells cells =
                    SquareCells.covering(points(random, 1 + random.nextInt(200), 1_000), 40 + random.nextInt(90));
            boolean queen = random.nextBoolean();
            double distance = cells.side() * random.nextDouble() * 6;
            Neighbourhood near = queen ? cells.queen() : cells.within(distance);
            double[] values = random.doubles(cells.size()).map(v -> v * 9 - 3).toArray();
            CellScores scores = new GetisOrd(near).scores(values, RUN);
            for (int i = 0; i < cells.size(); i++) {
                assertThat(scores.z(i)).isCloseTo(byDefinition(cells, values, i, queen ? -1 : distance), within(1e-8));
            }
        }
    }

    /** Straight from the formula; a distance below 0 means queen. */
    private static double byDefinition(SquareCells cells, double[] x, int i, double distance) {
        double n = x.length;
        double mean = Arrays.stream(x).sum() / n;
        double s = Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / n);
        double weights = 0;
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            int dx = Math.abs(cells.ix(i) - cells.ix(j));
            int dy = Math.abs(cells.iy(i) - cells.iy(j));
            boolean near = distance < 0 ? Math.max(dx, dy) <= 1 : Math.hypot(dx, dy) * cells.side() <= distance;
            if (i == j || near) {
                weights++;
                sum += x[j];
            }
        }
        double spread = s * Math.sqrt((n * weights - weights * weights) / (n - 1));
        return spread > 1e-12 ? (sum - weights * mean) / spread : 0;
    }

    @Test
    void countsExactlyOnTheCircle() {
        SquareCells cells = SquareCells.covering(PlanarPoints.of(new double[] {0, 6.99}, new double[] {0, 6.99}), 0.1);
        Neighbourhood near = cells.within(0.3);
        int middle = cells.at(3.55, 3.55);
        assertThat(near.size(middle)).isEqualTo(29);
        int[] seen = new int[1];
        near.each(middle, cell -> seen[0]++);
        assertThat(seen[0]).isEqualTo(29);
    }

    @Test
    void scaleAndShiftOfValuesDoNotMatterThreadsNeither() {
        Random random = new Random(12);
        SquareCells cells = SquareCells.covering(points(random, 500, 3_000), 50);
        double[] values = random.doubles(cells.size()).toArray();
        double[] other = Arrays.stream(values).map(v -> 7 * v + 1_000).toArray();
        GetisOrd getisOrd = new GetisOrd(cells.within(180));
        CellScores scores = getisOrd.scores(values, RUN);
        CellScores moved = getisOrd.scores(other, RUN);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            assertThat(getisOrd.scores(values, Run.on(pool, 3, share -> {})).zs())
                    .isEqualTo(scores.zs());
        } finally {
            pool.shutdownNow();
        }
        for (int i = 0; i < cells.size(); i++) {
            assertThat(moved.z(i)).isCloseTo(scores.z(i), within(1e-8));
        }
    }

    @Test
    void saysNothingWhereThereIsNothingToSay() {
        SquareCells cells = SquareCells.covering(points(new Random(13), 100, 900), 100);
        double[] constant = new double[cells.size()];
        Arrays.fill(constant, 0.1);
        CellScores scores = new GetisOrd(cells.queen()).scores(constant, RUN);
        assertThat(scores.zs()).containsOnly(0);
        assertThat(scores.ps(RUN)).containsOnly(1);
        double[] any = new Random(1).doubles(cells.size()).toArray();
        assertThat(new GetisOrd(cells.within(1e7)).scores(any, RUN).zs()).containsOnly(0);
        assertThat(new LocalMoran(cells.queen()).likeness(constant, RUN).z(0)).isZero();
        Neighbourhood one = ListedNeighbourhood.of(new int[][] {{}});
        assertThat(new GetisOrd(one).scores(new double[] {5}, RUN).zs()).containsExactly(0);
        assertThat(new LocalMoran(one).likeness(new double[] {5}, RUN).statistic(0))
                .isZero();
        Neighbourhood none = ListedNeighbourhood.of(new int[0][]);
        assertThat(new GetisOrd(none).scores(new double[0], RUN).size()).isZero();
        assertThat(new GetisOrdTally(none, new double[0], RUN).scores().mean()).isZero();
    }

    @Test
    void findsTheExcessAndNotTheBusyCentre() {
        Random random = new Random(14);
        SquareCells cells = SquareCells.covering(points(random, 4_000, 4_000), 100);
        double[] expected = new double[cells.size()];
        double[] observed = new double[cells.size()];
        for (int i = 0; i < expected.length; i++) {
            double fromCentre = Math.hypot(cells.centreX(i) - 2_000, cells.centreY(i) - 2_000);
            expected[i] = fromCentre < 400 ? 50 : 2;
            observed[i] = expected[i] + (Math.hypot(cells.centreX(i) - 3_500, cells.centreY(i) - 500) < 200 ? 6 : 0);
        }
        GetisOrd getisOrd = new GetisOrd(cells.queen());
        int centre = cells.at(2_010, 2_010);
        int risen = cells.at(3_510, 510);
        assertThat(getisOrd.scores(observed, RUN).z(centre)).isGreaterThan(5);
        assertThat(getisOrd.excess(observed, expected, RUN).z(centre)).isLessThan(0);
        assertThat(getisOrd.excess(observed, expected, RUN).z(risen)).isGreaterThan(5);
    }

    @Test
    void followsIncidentsExactly() {
        Random random = new Random(15);
        SquareCells cells = SquareCells.covering(points(random, 300, 2_000), 80);
        for (Neighbourhood near : List.of(cells.queen(), cells.within(200))) {
            double[] counts = random.ints(cells.size(), 0, 4).asDoubleStream().toArray();
            GetisOrdTally tally = new GetisOrdTally(near, counts, RUN);
            for (int round = 0; round < 50; round++) {
                int cell = random.nextInt(counts.length);
                double amount = counts[cell] > 0 && random.nextBoolean() ? -1 : 1;
                counts[cell] += amount;
                tally.add(cell, amount);
            }
            CellScores fresh = new GetisOrd(near).scores(counts, RUN);
            CellScores followed = tally.scores();
            for (int i = 0; i < counts.length; i++) {
                assertThat(followed.z(i)).isCloseTo(fresh.z(i), within(1e-9));
                assertThat(tally.z(i)).isCloseTo(fresh.z(i), within(1e-9));
                assertThat(followed.sum(i)).isEqualTo(fresh.sum(i));
                assertThat(tally.value(i)).isEqualTo(counts[i]);
            }
        }
    }

    @Test
    void refusesWhatIsNoNumberAndListsThatDoNotFit() {
        SquareCells cells = SquareCells.covering(points(new Random(1), 9, 300), 100);
        GetisOrd getisOrd = new GetisOrd(cells.queen());
        double[] values = new double[cells.size()];
        values[2] = Double.NaN;
        assertThatThrownBy(() -> getisOrd.scores(values, RUN)).hasMessageContaining("cell 2: the value is NaN");
        assertThatThrownBy(() -> getisOrd.scores(new double[1], RUN)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> cells.within(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> ListedNeighbourhood.of(new int[][] {{1}, {}})).hasMessageContaining("other way");
        assertThatThrownBy(() -> ListedNeighbourhood.of(new int[][] {{1}})).hasMessageContaining("not there");
        assertThatThrownBy(() -> ListedNeighbourhood.of(new int[][] {{1, 1}, {0}}))
                .hasMessageContaining("twice");
    }

    private static PlanarPoints points(Random random, int count, double extent) {
        return PlanarPoints.of(
                random.doubles(count).map(v -> v * extent).toArray(),
                random.doubles(count).map(v -> v * extent).toArray());
    }
}
