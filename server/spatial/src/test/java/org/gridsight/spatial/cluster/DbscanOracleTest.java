package org.gridsight.spatial.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DBSCAN against R, scikit-learn, ELKI and PostGIS, which agree with each other. */
class DbscanOracleTest {

    @ParameterizedTest
    @CsvSource({
        "points/snow_cholera_deaths.csv,         oracles/dbscan_snow_eps0.6_min5.csv.gz,       0.6,  5,  3,    27, 535",
        "points/memphis_robberies_2019.csv.gz,   oracles/dbscan_memphis_eps400_min10.csv.gz, 400.0, 10, 37, 1421, 510"
    })
    void findsTheClustersOfR(
            String points, String oracle, double eps, int minPoints, int clusters, int noise, int cores)
            throws IOException {
        PlanarPoints places = Oracles.points(points);
        List<String[]> rows = Oracles.rows(oracle);
        double[] labels = Oracles.column(rows, "label");
        double[] core = Oracles.column(rows, "core");
        DensityClusters found = new Dbscan(eps, minPoints).clusters(places, Run.alone());

        assertThat(found.clusters()).isEqualTo(clusters);
        assertThat(found.noise()).isEqualTo(noise);
        int foundCores = 0;
        for (int i = 0; i < places.size(); i++) {
            assertThat(found.isCore(i)).isEqualTo(core[i] == 1);
            foundCores += found.isCore(i) ? 1 : 0;
            if (core[i] == 1 || labels[i] == 0) {
                assertThat(found.label(i)).isEqualTo((int) labels[i]);
            } else {
                assertThat(found.label(i)).isPositive();
                assertThat(reaches(places, found, i, eps)).isTrue();
            }
        }
        assertThat(foundCores).isEqualTo(cores);
    }

    private static boolean reaches(PlanarPoints places, DensityClusters found, int border, double eps) {
        for (int i = 0; i < places.size(); i++) {
            if (found.isCore(i)
                    && found.label(i) == found.label(border)
                    && places.squaredDistance(i, border) <= eps * eps) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"10000, e06434da373474f, 100", "100000, 6db6d3a19baa38e8, 25", "1000000, 85eca033c366341a, 8"})
    void countsAsFourOthersDo(int size, String checksum, double eps) throws IOException {
        PlanarPoints points = SyntheticCity.first(size);
        assertThat(Long.toHexString(SyntheticCity.checksum(points))).isEqualTo(checksum);
        DensityClusters found = new Dbscan(eps, 10).clusters(points, Run.alone());
        String[] expected = Oracles.rows("oracles/synthetic_counts.csv").stream()
                .filter(row -> row[0].equals(String.valueOf(size)))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(String.valueOf(found.clusters()), String.valueOf(found.noise())))
                .isEqualTo(List.of(expected[3], expected[4]));
    }

    @Test
    void labelsAreRowsOfCorePoints() {
        DensityClusters found = new Dbscan(100, 10).clusters(SyntheticCity.first(10_000), Run.alone());
        for (int i = 0; i < found.size(); i++) {
            if (found.label(i) > 0) {
                int head = found.label(i) - 1;
                assertThat(found.isCore(head)).isTrue();
                assertThat(found.label(head)).isEqualTo(head + 1);
                assertThat(!found.isCore(i) || i >= head).isTrue();
            }
        }
    }
}
