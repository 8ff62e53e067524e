package org.gridsight.spatial.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HDBSCAN against R's; where lengths are equal R's answer depends on the order of the rows, so a few points differ. */
class HdbscanOracleTest {

    @ParameterizedTest
    @CsvSource({
        "points/snow_cholera_deaths.csv,       oracles/hdbscan_snow_min5.csv.gz,      5, snow_min5",
        "points/memphis_robberies_2019.csv.gz, oracles/hdbscan_memphis_min15.csv.gz, 15, memphis_min15"
    })
    void findsTheTreeAndTheClustersOfR(String points, String oracle, int minPoints, String name) throws IOException {
        PlanarPoints places = Oracles.points(points);
        StableClusters found = new Hdbscan(minPoints).clusters(places, Run.alone());
        double sum = treeWeight(name);
        assertThat(found.treeWeight()).isCloseTo(sum, within(Math.max(1e-6, 1e-9 * sum)));

        List<String[]> rows = Oracles.rows(oracle);
        double[] labels = Oracles.column(rows, "label");
        assertThat(adjustedRandIndex(labels, found)).isGreaterThanOrEqualTo(0.97);
        assertThat(shareAgreeing(Oracles.column(rows, "outlier"), i -> found.outlier(i)))
                .isGreaterThan(0.97);
        // a point more at the border of a cluster changes the probability of all its points
        assertThat(shareAgreeing(Oracles.column(rows, "prob"), i -> found.probability(i)))
                .isGreaterThan(0.8);
    }

    private static double treeWeight(String name) throws IOException {
        for (String[] row : Oracles.rows("oracles/hdbscan_mst_sums.txt")) {
            String[] words = row[0].split(" ");
            if (words[0].equals(name)) {
                return Double.parseDouble(words[Arrays.asList(words).indexOf("mst_sum") + 1]);
            }
        }
        throw new AssertionError("no tree weight of " + name);
    }

    private static double shareAgreeing(double[] expected, IntToDoubleFunction found) {
        int agreeing = 0;
        for (int i = 0; i < expected.length; i++) {
            agreeing += Math.abs(expected[i] - found.applyAsDouble(i)) <= 2e-6 ? 1 : 0;
        }
        return (double) agreeing / expected.length;
    }

    /** Hubert and Arabie 1985; noise counts as one cluster. */
    private static double adjustedRandIndex(double[] labels, StableClusters found) {
        Map<String, Integer> both = new HashMap<>();
        Map<Double, Integer> ones = new HashMap<>();
        Map<Integer, Integer> others = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            both.merge(labels[i] + "/" + found.label(i), 1, Integer::sum);
            ones.merge(labels[i], 1, Integer::sum);
            others.merge(found.label(i), 1, Integer::sum);
        }
        double together = pairs(both);
        double one = pairs(ones);
        double other = pairs(others);
        double expected = one * other / (labels.length * (labels.length - 1) / 2.0);
        return (together - expected) / ((one + other) / 2 - expected);
    }

    private static double pairs(Map<?, Integer> counts) {
        return counts.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }
}
