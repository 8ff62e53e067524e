package org.gridsight.spatial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged jar as others call it: a process of its own, its exit status, its last line, its one line of refusal.
 * Runs after packaging, so not with the other tests of this module.
 */
class PackagedCommandLineTest {

    /** Ends an endless run; far longer than any run takes. */
    private static final int LIMIT_SECONDS = 300;

    private static final IntFunction<String> TOWN = i -> (5_000 + i * 37 % 100 * 10) + "," + (7_000 + i * 53 % 90 * 10)
            + ",2026-" + (i % 40 < 20 ? "03-" + (10 + i % 20) : "04-" + (10 + i % 20));

    @TempDir
    Path folder;

    private Path jar = Path.of("");

    @BeforeEach
    void findJar() {
        String path = System.getProperty("gridsight.spatial.jar", "");
        assumeTrue(!path.isEmpty(), "the jar is tested by mvn verify, after packaging");
        jar = Path.of(path);
        assertThat(jar).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dbscan --eps 60 --min-points 3",
                "hdbscan --min-points 5",
                "stdbscan --t t --eps 60 --eps-days 5 --min-points 3",
                "gistar --cell 100",
                "scan --t t --cell 100 --max-radius 300 --max-days 7 --replicas 9",
                "emerging --t t --cell 200 --period week",
                "knox --t t --distance 100 --days 3 --permutations 9",
                "kde --sigma 100 --cell 100",
                "forecast --t t --cell 100 --from 2026-04-20 --area-share 0.05"
            })
    void answersOrRefusesEveryInput(String command) throws IOException, InterruptedException {
        answers(command, rows(80, TOWN));
        refuses("row 6: y is", command, with(rows(5, TOWN), "5000,NaN,2026-03-10"));
        refuses("row 6: x is", command, with(rows(5, TOWN), "Infinity,7000,2026-03-10"));
        refuses("is empty", command, List.of());
        refuses("no column x", command, List.of("a,y,t", "1,2,2026-03-10"));
        answersOrRefuses(command, rows(0, TOWN));
        answersOrRefuses(command, rows(1, TOWN));
        answersOrRefuses(command, rows(20, i -> "5000,7000,2026-03-10"));
        answersOrRefuses(command, rows(80, i -> TOWN.apply(i).replaceFirst("2026.*", "2026-03-10")));
    }

    @Test
    void refusesWhatMeansNothingAndAnswersWhatIsOnlyLarge() throws IOException, InterruptedException {
        List<String> town = rows(80, TOWN);
        refuses("--eps must be above 0", "dbscan --eps 0 --min-points 3", town);
        refuses("--eps must be a number", "dbscan --eps wide --min-points 3", town);
        refuses("--min-points must be at least 1", "dbscan --eps 60 --min-points 0", town);
        refuses("--min-points must be at least 2", "hdbscan --min-points 0", town);
        refuses("take a larger cell", "gistar --cell 1e-6", town);
        refuses("unknown command", "cluster", town);
        assertThat(answers("dbscan --eps 1e7 --min-points 3", town)).contains("\"clusters\":1,\"noise\":0,");
        assertThat(answers("hdbscan --min-points 1000", town)).contains("\"clusters\":0,\"noise\":80,");
        List<String> degrees = List.of("x,y,t", "35.81,117.94,2026-03-10", "35.82,117.95,2026-03-11");
        refuses("degrees", "dbscan --eps 60 --min-points 3", degrees);
        Run swapped = run("project", "--in", file(degrees), "--lon", "x", "--lat", "y");
        assertThat(swapped.status).isEqualTo(2);
        assertThat(swapped.err).contains("latitude 117.94").hasLineCount(1);
    }

    private static List<String> rows(int count, IntFunction<String> row) {
        return with(List.of("x,y,t"), IntStream.range(0, count).mapToObj(row).toArray(String[]::new));
    }

    private static List<String> with(List<String> rows, String... more) {
        List<String> all = new ArrayList<>(rows);
        all.addAll(List.of(more));
        return all;
    }

    private String answers(String command, List<String> rows) throws IOException, InterruptedException {
        Run run = on(command, rows);
        assertThat(run.err).as(command).isEmpty();
        assertThat(run.status).as(command).isZero();
        assertThat(run.out.lines()).last().asString().startsWith("{\"points\":").contains("\"seconds\":");
        return run.out;
    }

    private void refuses(String reason, String command, List<String> rows) throws IOException, InterruptedException {
        Run run = on(command, rows);
        assertThat(run.status).as("%s: %s", command, run.err).isEqualTo(2);
        assertThat(run.err).as(command).contains(reason).hasLineCount(1);
        assertThat(run.out).as(command).isEmpty();
    }

    /** A result with figures, or one line of refusal; nothing between. */
    private void answersOrRefuses(String command, List<String> rows) throws IOException, InterruptedException {
        Run run = on(command, rows);
        assertThat(run.status).as("%s: %s", command, run.err).isIn(0, 2);
        assertThat(run.err).as(command).hasLineCount(run.status == 0 ? 0 : 1);
        assertThat(run.out.isEmpty()).as(command).isEqualTo(run.status == 2);
    }

    /** What a process left behind. */
    private record Run(int status, String out, String err) {}

    private Run on(String command, List<String> rows) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        arguments.addAll(List.of("--in", file(rows), "--x", "x", "--y", "y"));
        return run(arguments.toArray(String[]::new));
    }

    private String file(List<String> rows) throws IOException {
        return Files.write(folder.resolve("in.csv"), rows).toString();
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
        call.addAll(List.of(arguments));
        Process process = new ProcessBuilder(call)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as(String.join(" ", arguments))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
