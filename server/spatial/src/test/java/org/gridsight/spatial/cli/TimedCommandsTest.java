package org.gridsight.spatial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.spatial.SharedData;
import org.gridsight.spatial.cli.Calls.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Knox, emerging classes and density from files, and the ways a time may be written. */
class TimedCommandsTest {

    @TempDir
    Path folder;

    @Test
    void countsNearRepeatsOfTheCity() {
        String in = SharedData.file("points/memphis_robberies_2019.csv.gz").toString();
        Answer answer = Calls.on(in, "knox --t time --distance 200 --days 7 --permutations 99 --threads 2");
        assertThat(answer.lastLine())
                .startsWith("{\"points\":2245,\"observed\":144,\"expected\":105.4259026")
                .contains("\"ratio\":1.3658882", "\"p\":0.01,", "\"seconds\":");
    }

    @Test
    void readsTimesInEveryKnownForm() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,y,t"));
        for (String time : List.of(
                "2026-03-01",
                "2026/3/1",
                "20260301",
                "2026-03-01T23:59",
                "2026-03-01 00:00:00",
                "2026-03-01T08:30:15.25+08:00",
                "2026-03-01T23:30:00Z",
                "1772323200",
                "1772323200000",
                "2026-03-01T8:30-0500")) {
            lines.add("1,1," + time);
        }
        Answer all = knox(lines);
        assertThat(all.err()).isEmpty();
        assertThat(all.lastLine()).contains("\"observed\":45,", "\"nearInTime\":45,");
        for (String bad : List.of(
                "",
                "yesterday",
                "2026-02-30",
                "2026-13-01",
                "26-01-01",
                "2026-03/01",
                "2026-03-01T",
                "2026-03-01T25:00",
                "2026-03-01T10:00+",
                "2026-03-01T10:00Zulu",
                "20260231",
                "12345",
                "2026-03-01x",
                "-1")) {
            Answer refused = knox(List.of("x,y,t", "1,1,2026-03-01", "1,1," + bad));
            assertThat(refused.status()).as(bad).isEqualTo(2);
            assertThat(refused.err()).contains("row 2: t is").hasLineCount(1);
        }
    }

    private Answer knox(List<String> lines) throws IOException {
        String in = Calls.file(folder, "times.csv", lines.toArray(new String[0]));
        return Calls.on(in, "knox --t t --distance 1 --days 0 --permutations 0");
    }

    @Test
    void classesNeedWholePeriods() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,y,t"));
        for (int day = 1; day <= 30; day++) {
            lines.add("5,5,2026-06-" + (day < 10 ? "0" : "") + day);
            lines.add("95,95,2026-06-15");
        }
        String in = Calls.file(folder, "june.csv", lines.toArray(new String[0]));
        String out = folder + "/out.csv";
        Answer weeks = emerging(in, "--out", out);
        assertThat(weeks.lastLine())
                .contains("\"cells\":100,\"periods\":4,", "\"from\":\"2026-06-03\",\"to\":\"2026-06-30\"");
        assertThat(Files.readAllLines(Path.of(out))).hasSize(101).startsWith("ix,iy,class,z,p");
        assertThat(emerging(in, "--period", "month").lastLine())
                .contains("\"periods\":1,", "\"from\":\"2026-06-01\"", "\"tooFew\":\"1 whole periods");
        assertThat(emerging(in, "--period", "10").lastLine()).contains("\"periods\":3,");
        assertThat(emerging(in, "--period", "day").lastLine()).contains("\"periods\":30,");
        String none = Calls.file(folder, "none.csv", "x,y,t");
        assertThat(emerging(none).lastLine()).contains("\"cells\":0,\"periods\":0,\"classes\":{}", "tooFew");
        assertThat(emerging(in, "--period", "year").err()).contains("--period must be day, week, month");
        assertThat(Calls.on(in, "emerging --cell 10").err()).contains("--t COLUMN is missing");
    }

    @Test
    void refusesMillenniaOfWeeks() throws IOException {
        String in = Calls.file(folder, "long.csv", "x,y,t", "1,1,2026-01-01", "2,2,9999-12-31");
        assertThat(emerging(in).err())
                .contains("from 2026-01-01 to 9999-12-31 periods are too many")
                .hasLineCount(1);
        assertThat(emerging(in, "--period", "9999").lastLine()).contains("\"periods\":291,");
    }

    @Test
    void testsWhatHappenedSinceADay() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,y,t"));
        for (int i = 0; i < 400; i++) {
            lines.add((i * 37 % 1_000) + "," + (i * 91 % 1_000) + ",2026-05-" + (10 + i % 20));
        }
        for (int i = 0; i < 15; i++) {
            lines.add("455,455,2026-06-02");
            lines.add((i * 61 % 1_000) + "," + (i * 17 % 1_000) + ",2026-06-01");
        }
        String in = Calls.file(folder, "rise.csv", lines.toArray(new String[0]));
        String out = folder + "/out.csv";
        Answer answer = excess(in, "--since", "2026-06-01", "--out", out);
        assertThat(answer.lastLine())
                .contains("\"late\":30,\"earlier\":400,\"cells\":100,")
                .doesNotContain("null");
        List<String> rows = Files.readAllLines(Path.of(out));
        assertThat(rows.get(0)).isEqualTo("ix,iy,observed,expected,ratio,z,p,significant");
        assertThat(rows.get(1 + 44)).startsWith("4,4,").endsWith(",1");
        assertThat(rows.get(1 + 88)).startsWith("8,8,").endsWith(",0");
        assertThat(excess(in, "--since", "2026-07-01").err()).contains("leaves 0 incidents since");
        assertThat(excess(in, "--since", "soon").err()).contains("--since must be a date");
        assertThat(excess(in).err()).contains("--since DATE is missing");
    }

    private static Answer excess(String in, String... more) {
        return Calls.on(in, "excess --t t --cell 100", more);
    }

    private static Answer emerging(String in, String... more) {
        return Calls.on(in, "emerging --t t --cell 10", more);
    }

    @Test
    void drawsTheDensity() throws IOException {
        String in = Calls.file(folder, "in.csv", "x,y", "5,5", "5,5", "45,5");
        String out = folder + "/out.csv";
        Answer answer = Calls.on(in, "kde --sigma 10 --cell 10", "--out", out);
        assertThat(answer.lastLine()).contains("\"peakX\":5,\"peakY\":5");
        List<String> rows = Files.readAllLines(Path.of(out));
        assertThat(rows).hasSize(6).startsWith("ix,iy,density");
        assertThat(rows.get(1)).startsWith("0,0,0.0031");
        assertThat(Calls.on(in, "kde --sigma 0 --cell 10").err()).contains("--sigma must be above 0");
        String none = Calls.file(folder, "none.csv", "x,y");
        assertThat(Calls.on(none, "kde --sigma 9 --cell 10").lastLine()).contains("\"cells\":0");
    }
}
