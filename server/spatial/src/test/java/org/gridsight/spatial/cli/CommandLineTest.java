package org.gridsight.spatial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.gridsight.spatial.cli.Calls.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says to good and to bad calls, whatever the command. */
class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void listsEveryCommandAndItsOptions() {
        Answer help = Calls.call("help");
        assertThat(help.status()).isZero();
        for (Command command : Commands.all()) {
            assertThat(help.out()).contains("\n" + command.name() + " ");
            Answer one = Calls.call("help", command.name());
            assertThat(one.status()).isZero();
            command.options().forEach(option -> assertThat(one.out()).contains("--" + option.name()));
        }
    }

    @Test
    void refusesInOneLineAndNamesTheCause() throws IOException {
        String good = Calls.file(folder, "good.csv", "id,x,y", "a,1,2");
        refuses("which command");
        refuses("unknown command frobnicate", "frobnicate");
        refuses("--in FILE is missing", "project", "--x", "x", "--y", "y");
        refuses("unknown option --eps", "project", "--in", good, "--x", "x", "--y", "y", "--eps", "1");
        refuses("--y needs a value", "project", "--in", good, "--x", "x", "--y");
        refuses("expected an option", "project", good);
        refuses("--x is given twice", "project", "--in", good, "--x", "x", "--x=y", "--y", "y");
        refuses("--threads must be at least 1", "project", "--in", good, "--x", "x", "--y", "y", "--threads", "0");
        refuses("--threads must be a whole", "project", "--in", good, "--x", "x", "--y", "y", "--threads", "two");
        refuses("not both", "project", "--in", good, "--x", "x", "--y", "y", "--lon", "x");
        refuses("there is no file", "project", "--in", folder + "/none.csv", "--x", "x", "--y", "y");
        refuses("is a folder", "project", "--in", folder.toString(), "--x", "x", "--y", "y");
        refuses("no column z, its columns are id,x,y", "project", "--in", good, "--x", "x", "--y", "z");
        refuses("would overwrite", "project", "--in", good, "--x", "x", "--y", "y", "--out", good);
    }

    @Test
    void namesTheRowOfABadValue() throws IOException {
        for (String bad : new String[] {"", "NaN", "Infinity", "1e999", "abc", "1,000", "0x10", "1f", "-"}) {
            String file = Calls.file(folder, "bad.csv", "x,y", "1,2", "3,\"" + bad + "\"");
            refuses("row 2: y is", "project", "--in", file, "--x", "x", "--y", "y");
        }
        refuses("row 2 has 1 columns", project("x,y", "1,2", "3"));
        refuses("row 1 has 3 columns", project("x,y", "1,2,3"));
        refuses("row 1: a quote is opened", project("x,y", "\"1,2"));
        refuses("is empty", project());
    }

    @Test
    void refusesDegreesWhereMetresBelong() throws IOException {
        String file =
                Calls.file(folder, "degrees.csv", "lon,lat,a,b", "117.9,35.8,117.9,35.8", "117.8,35.7,117.8,35.7");
        refuses("hold degrees", "project", "--in", file, "--x", "lon", "--y", "lat");
        refuses("look like degrees", "project", "--in", file, "--x", "a", "--y", "b");
        refuses("look like degrees", "project", "--in", file, "--x", "b", "--y", "a");
        refuses("are swapped", "project", "--in", file, "--lon", "lat", "--lat", "lon");
        refuses("row 1: latitude 117.9", "project", "--in", file, "--lon", "b", "--lat", "a");
        Answer right = Calls.call("project", "--in", file, "--lon", "a", "--lat", "b");
        assertThat(right.lastLine()).startsWith("{\"points\":2,\"plane\":{\"lon\":117.9,\"lat\":35.8,\"scaleError\":");
    }

    @Test
    void readsQuotesMarksLineEndsAndPackedFiles() throws IOException {
        String text = "\uFEFF\"x\",\"id\",\"y\"\r\n1.5,\"a \"\"b\"\", c\",-2\r\n\r\n 1e3 ,网格,.25";
        Path file = folder.resolve("quoted.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        String out = folder + "/out.csv";
        Answer answer = Calls.call("project", "--in", file.toString(), "--x", "x", "--y", "y", "--out", out);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.lastLine()).isEqualTo("{\"points\":2,\"seconds\":0}");
        assertThat(Files.readAllLines(Path.of(out)))
                .containsExactly("id,x,y", "\"a \"\"b\"\", c\",1.5,-2", "网格,1000,0.25");
    }

    @Test
    void numbersRowsWithoutIdsAndTakesFilesWithoutRows() throws IOException {
        String out = folder + "/out.csv";
        String[] call = project("x,y", "123456789.25,0", "-3,0.1");
        refuses("row 1: x is 1.2345678925E8", call);
        Answer two = Calls.call(project("y,x", "1,2", "3,4", "--out", out));
        assertThat(two.status()).isZero();
        assertThat(Files.readAllLines(Path.of(out))).containsExactly("id,x,y", "1,2,1", "2,4,3");
        assertThat(Calls.call(project("x,y")).lastLine()).startsWith("{\"points\":0");
    }

    /** A call of project on a file of these lines; a line that is an option ends them. */
    private String[] project(String... lines) throws IOException {
        int rows = lines.length;
        for (int i = lines.length - 1; i >= 0; i--) {
            rows = lines[i].startsWith("--") ? i : rows;
        }
        String file = Calls.file(folder, "rows.csv", java.util.Arrays.copyOf(lines, rows));
        String[] call = java.util.Arrays.copyOf(
                new String[] {"project", "--in", file, "--x", "x", "--y", "y"}, 7 + lines.length - rows);
        System.arraycopy(lines, rows, call, 7, lines.length - rows);
        return call;
    }

    private static void refuses(String reason, String... arguments) {
        Answer answer = Calls.call(arguments);
        assertThat(answer.status()).as(reason).isEqualTo(2);
        assertThat(answer.err()).contains(reason).hasLineCount(1);
        assertThat(answer.out()).isEmpty();
    }
}
