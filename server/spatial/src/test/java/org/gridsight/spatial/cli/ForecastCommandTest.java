package org.gridsight.spatial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.spatial.cli.Calls.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forecast from a file: scores by cell, figures when the days after are there, refusals in words. */
class ForecastCommandTest {

    @TempDir
    Path folder;

    @Test
    void writesScoresAndHowTheyDid() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,y,day,kind"));
        for (int day = 1; day <= 20; day++) {
            lines.add("150,150,2026-03-%02d,a".formatted(day));
            lines.add("950,950,2026-03-%02d,b".formatted(day));
            lines.add("150,150,2026-03-%02d,b".formatted(day));
        }
        String file = Calls.file(folder, "cases.csv", lines.toArray(new String[0]));
        String area = Calls.file(
                folder, "area.csv", "X,Y,L1,L2,L3", "0,0,1,1,1", "1000,0,1,1,1", "1000,1000,1,1,1", "0,1000,1,1,1");
        String out = folder + "/out.csv";
        Answer answer =
                call(file, "--from", "2026-03-11", "--days", "5", "--periods", "2", "--boundary", area, "--out", out);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.lastLine())
                .contains("\"cells\":100,\"marked\":1,\"areaShare\":0.01,\"method\":\"plain_counts\"")
                .contains("\"reason\":\"too_little_past\"")
                .contains("\"incidents\":30,\"hits\":20,")
                .contains("\"PEI\":1,\"plain\":{\"incidents\":30,\"hits\":20,")
                .contains("\"gain\":{\"pai\":0,\"low\":0,\"high\":0}");
        List<String> rows = Files.readAllLines(Path.of(out));
        assertThat(rows).hasSize(101).startsWith("ix,iy,score", "0,0,0").contains("1,1,10", "9,9,5");

        Answer kind = call(file, "--from", "2026-03-16", "--boundary", area, "--kind-column", "kind", "--kind", "a");
        assertThat(kind.err()).isEmpty();
        assertThat(kind.lastLine()).contains("\"incidents\":5,\"hits\":5,");
        Answer later = call(file, "--from", "2026-04-16", "--train-from", "2026-03-05", "--area-share", "0.1");
        assertThat(later.lastLine()).contains("\"method\"").doesNotContain("PAI");
    }

    @Test
    void refusesInWords() throws IOException {
        String file = Calls.file(folder, "cases.csv", "x,y,day,kind", "150,150,2026-03-01,a", "950,450,2026-03-02,b");
        refuses("--from DATE is missing", file);
        refuses("--from must be a date", file, "--from", "tomorrow");
        refuses("--from must be a date", file, "--from", "+999999999-01-01");
        refuses("--days must be at least 1", file, "--from", "2026-03-02", "--days", "0");
        refuses("--area-share must lie between 0 and 1", file, "--from", "2026-03-02", "--area-share", "0");
        refuses("less than one cell", file, "--from", "2026-03-02", "--area-share", "0.001");
        refuses("must begin after the first day", file, "--from", "2026-03-01");
        refuses("must begin after the first day", file, "--from", "2026-03-02", "--train-from", "2026-03-02");
        refuses("nothing to learn from", file, "--from", "2026-02-20", "--train-from", "2026-02-10");
        refuses("together", file, "--from", "2026-03-02", "--kind", "a");
        refuses("no case of kind z", file, "--from", "2026-03-03", "--kind-column", "kind", "--kind", "z");
        refuses("no column nope", file, "--from", "2026-03-03", "--kind-column", "nope", "--kind", "z");
        String empty = Calls.file(folder, "empty.csv", "x,y,day");
        refuses("nothing to learn from", empty, "--from", "2026-03-03", "--train-from", "2026-03-01");
        refuses("must begin after", empty, "--from", "2026-03-03");
    }

    @Test
    void answersForOnePointAndForEqualPoints() throws IOException {
        String one = Calls.file(folder, "one.csv", "x,y,day", "150,150,2026-03-01");
        assertThat(call(one, "--from", "2026-03-02", "--area-share", "0.2").status())
                .isZero();
        String equal = Calls.file(folder, "equal.csv", "x,y,day", "150,150,2026-03-01", "150,150,2026-03-01");
        assertThat(call(equal, "--from", "2026-03-02", "--area-share", "0.2").lastLine())
                .contains("\"marked\":1");
    }

    private static void refuses(String reason, String file, String... options) {
        Answer answer = call(file, options);
        assertThat(answer.status()).as(reason + ": " + answer.err()).isEqualTo(2);
        assertThat(answer.err()).contains(reason).hasLineCount(1);
    }

    private static Answer call(String file, String... options) {
        List<String> call = new ArrayList<>(
                List.of("forecast", "--in", file, "--x", "x", "--y", "y", "--t", "day", "--cell", "100"));
        call.addAll(List.of(options));
        return Calls.call(call.toArray(new String[0]));
    }
}
