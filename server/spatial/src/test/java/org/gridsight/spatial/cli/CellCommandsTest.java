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

/** Gi* from files: cells, boundary, refusals, and the small cases. */
class CellCommandsTest {

    @TempDir
    Path folder;

    @Test
    void scoresEveryCellOfTheRange() throws IOException {
        String in = Calls.file(folder, "in.csv", "x,y", "5,5", "5,6", "5,7", "35,5", "15,15");
        List<String> rows = out("gistar", "--in", in, "--x", "x", "--y", "y", "--cell", "10", "--queen");
        assertThat(rows).hasSize(1 + 4 * 2).startsWith("ix,iy,count,z,p,significant");
        assertThat(rows.get(1)).startsWith("0,0,3,");
        assertThat(rows.get(4)).startsWith("1,1,1,");
    }

    @Test
    void takesTheCityFromItsRings() throws IOException {
        String points =
                SharedData.file("points/portland_nij_cfs_2016_aug_sep.csv.gz").toString();
        String rings = SharedData.file("points/portland_boundary_m.csv").toString();
        Answer answer = Calls.call(
                "gistar",
                "--in",
                points,
                "--x",
                "x",
                "--y",
                "y",
                "--cell",
                "200",
                "--distance",
                "600",
                "--boundary",
                rings);
        assertThat(answer.lastLine()).startsWith("{\"points\":37818,\"outside\":261,\"cells\":9565,");
    }

    @Test
    void takesAreasFromGeoJson() throws IOException {
        String in = Calls.file(folder, "in.csv", "x,y", "5,5", "25,5", "95,95");
        String area = Calls.file(
                folder,
                "area.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":null,",
                "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[50,0],[50,50],[0,50],[0,0]],",
                "[[20,0.1],[30,0.1],[30,10],[20,10],[20,0.1]]]]}}]}");
        Answer answer = gistar(in, "--cell", "10", "--boundary", area);
        assertThat(answer.lastLine()).startsWith("{\"points\":3,\"outside\":2,\"cells\":24,\"occupied\":1,");
        String away = Calls.file(
                folder, "away.json", "{\"type\":\"Polygon\",\"coordinates\":[[[900,900],[990,900],[990,990]]]}");
        refuses("no point lies within", in, "--cell", "10", "--boundary", away);
        refuses("holds no polygon", in, "--cell", "10", "--boundary", Calls.file(folder, "e.json", "{}"));
        refuses("not JSON at character", in, "--cell", "10", "--boundary", Calls.file(folder, "b.json", "{\"a\":"));
        refuses("no column X", in, "--cell", "10", "--boundary", in);
        refuses("there is no file", in, "--cell", "10", "--boundary", folder + "/none.json");
    }

    @Test
    void answersSmallCasesAndRefusesOptions() throws IOException {
        String none = Calls.file(folder, "none.csv", "x,y");
        String one = Calls.file(folder, "one.csv", "x,y", "7,7");
        String same = Calls.file(folder, "same.csv", "x,y", "7,7", "7,7", "7,7");
        assertThat(gistar(none, "--cell", "10").lastLine()).contains("\"cells\":0");
        assertThat(gistar(one, "--cell", "10").lastLine()).contains("\"cells\":1", "\"significant\":0");
        assertThat(gistar(same, "--cell", "10").lastLine()).contains("\"occupied\":1", "\"significant\":0");
        refuses("--cell must be above 0", one, "--cell", "0");
        refuses("--cell must be a number", one, "--cell", "NaN");
        refuses("--cell METRES is missing", one);
        refuses("--fdr must lie between 0 and 1, was 2", one, "--cell", "10", "--fdr", "2");
        refuses("--distance must be above 0", one, "--cell", "10", "--distance", "-5");
        refuses("not both", one, "--cell", "10", "--distance", "5", "--queen");
        refuses("take a larger cell", Calls.file(folder, "far.csv", "x,y", "0,0", "1e6,1e6"), "--cell", "1");
    }

    private List<String> out(String... arguments) throws IOException {
        Path out = folder.resolve("out.csv");
        String[] call = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        call[arguments.length] = "--out";
        call[arguments.length + 1] = out.toString();
        assertThat(Calls.call(call).err()).isEmpty();
        return Files.readAllLines(out);
    }

    private static Answer gistar(String in, String... more) {
        String[] call = new String[7 + more.length];
        System.arraycopy(new String[] {"gistar", "--in", in, "--x", "x", "--y", "y"}, 0, call, 0, 7);
        System.arraycopy(more, 0, call, 7, more.length);
        return Calls.call(call);
    }

    private static void refuses(String reason, String in, String... more) {
        Answer answer = gistar(in, more);
        assertThat(answer.status()).as(answer.out()).isEqualTo(2);
        assertThat(answer.err()).contains(reason).hasLineCount(1);
    }
}
