package org.gridsight.spatial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridsight.spatial.SharedData;
import org.gridsight.spatial.cli.Calls.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands dbscan, stdbscan and hdbscan, from file to file. */
class ClusterCommandsTest {

    @TempDir
    Path folder;

    @Test
    void writesTheSmallestIdOfACorePointAsLabel() throws IOException {
        String in = Calls.file(
                folder, "points.csv", "id,x,y", "40,0,0", "7,1,0", "12,0,1", "3,2.5,0", "9,100,0", "8,50,50");
        String out = folder + "/out.csv";
        Answer answer = Calls.on(in, "dbscan --eps 1.5 --min-points 3", "--out", out);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.lastLine()).startsWith("{\"points\":6,\"clusters\":1,\"noise\":2,\"core\":3,\"seconds\":");
        assertThat(Files.readAllLines(Path.of(out)))
                .containsExactly("id,label,core", "40,7,1", "7,7,1", "12,7,1", "3,7,0", "9,0,0", "8,0,0");
    }

    @Test
    void writesRowsAsLabelsWhenIdsAreNoNumbers() throws IOException {
        String in = Calls.file(folder, "points.csv", "id,x,y", "c,9,9", "a,1,0", "b,0,1");
        String out = folder + "/out.csv";
        Calls.on(in, "dbscan --eps 2 --min-points 2", "--out", out);
        assertThat(Files.readAllLines(Path.of(out))).containsExactly("id,label,core", "c,0,0", "a,2,1", "b,2,1");
    }

    @Test
    void tellsTimesApart() throws IOException {
        String in = Calls.file(
                folder,
                "points.csv",
                "x,y,day",
                "0,0,2026-03-01",
                "1,0,2026-03-02T23:00",
                "0,1,2026-03-08",
                "1,1,2026-03-09");
        String out = folder + "/out.csv";
        Answer answer = Calls.on(in, "stdbscan --t day --eps 5 --eps-days 2 --min-points 2", "--out", out);
        assertThat(answer.lastLine()).startsWith("{\"points\":4,\"clusters\":2,\"noise\":0,\"core\":4,");
        assertThat(Files.readAllLines(Path.of(out)))
                .containsExactly("id,label,core", "1,1,1", "2,1,1", "3,3,1", "4,3,1");
    }

    @Test
    void refusesWhatMeansNothing() throws IOException {
        String in = Calls.file(folder, "points.csv", "x,y,t", "0,0,2026-01-01");
        refuses("--eps must be above 0", in, "dbscan --eps 0 --min-points 5");
        refuses("--min-points must be at least 1", in, "dbscan --eps 5 --min-points 0");
        refuses("--min-points must be at least 2", in, "hdbscan --min-points 1");
        refuses("--t COLUMN is missing", in, "stdbscan --eps 5 --eps-days 1 --min-points 2");
        refuses("epsDays is -1", in, "stdbscan --t t --eps 5 --eps-days -1 --min-points 2");
    }

    private static void refuses(String reason, String in, String command) {
        Answer answer = Calls.on(in, command);
        assertThat(answer.status()).as(reason).isEqualTo(2);
        assertThat(answer.err()).contains(reason).hasLineCount(1);
    }

    @Test
    void answersForNoPointAndForOne() throws IOException {
        for (String[] lines : new String[][] {{"x,y"}, {"x,y", "5,5"}, {"x,y", "5,5", "5,5", "5,5"}}) {
            String in = Calls.file(folder, "few.csv", lines);
            String out = folder + "/few-out.csv";
            Answer answer = Calls.on(in, "hdbscan --min-points 15", "--out", out);
            assertThat(answer.status()).isZero();
            assertThat(answer.lastLine()).contains("\"clusters\":0,").contains("\"mstWeight\":0,");
            assertThat(Files.readAllLines(Path.of(out))).hasSize(lines.length);
        }
    }

    @Test
    void reproducesTheOraclesFromTheFiles() throws IOException {
        String in = SharedData.file("points/memphis_robberies_2019.csv.gz").toString();
        String out = folder + "/memphis.csv";
        Answer dbscan = Calls.on(in, "dbscan --eps 400 --min-points 10", "--out", out);
        assertThat(dbscan.lastLine()).startsWith("{\"points\":2245,\"clusters\":37,\"noise\":1421,\"core\":510,");
        List<String[]> oracle = SharedData.rows("oracles/dbscan_memphis_eps400_min10.csv.gz");
        List<String> lines = Files.readAllLines(Path.of(out));
        for (int i = 0; i < oracle.size(); i++) {
            String[] fields = lines.get(i + 1).split(",");
            assertThat(fields[0]).isEqualTo(oracle.get(i)[0]);
            assertThat(fields[2]).isEqualTo(oracle.get(i)[2]);
            if (fields[2].equals("1") || fields[1].equals("0")) {
                assertThat(fields[1]).isEqualTo(oracle.get(i)[1]);
            }
        }
        Answer hdbscan = Calls.on(in, "hdbscan --min-points 15", "--out", out);
        assertThat(hdbscan.lastLine()).contains("\"mstWeight\":2084222.4644");
        assertThat(Files.readAllLines(Path.of(out))).hasSize(2246).startsWith("id,label,probability,outlier");
    }
}
