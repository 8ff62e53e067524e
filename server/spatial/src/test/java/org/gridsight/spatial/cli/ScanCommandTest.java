package org.gridsight.spatial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridsight.spatial.cli.Calls.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the scan: its figures, its file, its refusals, and its answers to hardly any data. */
class ScanCommandTest {

    @TempDir
    Path folder;

    @Test
    void tellsPlaceDaysAndChance() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,y,t"));
        for (int i = 0; i < 200; i++) {
            lines.add(i * 37 % 50 * 100 + "," + i * 53 % 50 * 100 + ",2026-03-" + (10 + i % 20));
        }
        for (int i = 0; i < 12; i++) {
            lines.add("2550,2550,2026-03-28T10:00");
        }
        String in = Calls.file(folder, "in.csv", lines.toArray(String[]::new));
        Path out = folder.resolve("out.csv");
        Answer answer = scan(in, "--max-days", "5", "--replicas", "99", "--out", out.toString());
        assertThat(answer.status()).isZero();
        assertThat(answer.lastLine())
                .contains("\"points\":212")
                .contains("\"windows\":\"prospective\"")
                .contains("\"verdict\":\"scanned\"")
                .contains("\"from\":\"2026-03-28\",\"to\":\"2026-03-29\"")
                .contains("\"p\":0.01")
                .contains("\"recurrenceDays\":100")
                .contains("\"seconds\":");
        List<String> rows = Files.readAllLines(out);
        assertThat(rows).hasSize(213).startsWith("id,cluster").contains("201,1", "212,1");
        String seeded =
                scan(in, "--max-days", "5", "--retrospective", "--seed", "-4").lastLine();
        assertThat(seeded).contains("\"windows\":\"retrospective\"").contains("\"recurrenceDays\":null");
    }

    @Test
    void saysWhenThereIsTooLittle() throws IOException {
        String empty = Calls.file(folder, "empty.csv", "x,y,t");
        assertThat(scan(empty, "--max-days", "3").lastLine())
                .contains("\"verdict\":\"too-few-cases\"")
                .contains("\"clusters\":[]");
        String[] same = new String[13];
        Arrays.fill(same, "5,5,2026-01-01");
        same[0] = "x,y,t";
        assertThat(scan(Calls.file(folder, "same.csv", same), "--max-days", "3").lastLine())
                .contains("\"verdict\":\"one-day\"");
    }

    @Test
    void refusesWhatMakesNoSense() throws IOException {
        String in = Calls.file(folder, "in.csv", "x,y,t", "1,2,2026-01-01");
        refuses("--max-days must be at least 1", scan(in, "--max-days", "0"));
        refuses("exclude each other", scan(in, "--max-days", "2", "--prospective", "--retrospective"));
        refuses("--replicas must be at least 0", scan(in, "--max-days", "2", "--replicas", "-1"));
        refuses("row 1: t is", scan(Calls.file(folder, "bad.csv", "x,y,t", "1,2,soon"), "--max-days", "2"));
        refuses(
                "the period has",
                scan(Calls.file(folder, "long.csv", "x,y,t", "1,2,1700-01-01", "1,2,2026-01-01"), "--max-days", "2"));
    }

    private static void refuses(String cause, Answer answer) {
        assertThat(answer.err()).contains(cause);
        assertThat(answer.err().strip().lines()).hasSize(1);
        assertThat(answer.status()).isEqualTo(2);
    }

    private Answer scan(String in, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "scan", "--in", in, "--x", "x", "--y", "y", "--t", "t", "--cell", "100", "--max-radius", "300"));
        all.addAll(List.of(more));
        return Calls.call(all.toArray(String[]::new));
    }
}
