package org.gridsight.spatial.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Calls the command line in process: exit status, last line of stdout, stderr. */
final class Calls {

    /** What one call left behind. */
    record Answer(int status, String out, String err) {

        String lastLine() {
            String[] lines = out.strip().split("\n");
            return lines[lines.length - 1];
        }
    }

    private Calls() {}

    static Answer call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new CommandLine(
                        Commands.all(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Calls a command on the metric columns x and y of a file; its words stand in one text, as a person types them. */
    static Answer on(String in, String command, String... more) {
        return call(Stream.of(
                        Stream.of(command.split(" ", -1)),
                        Stream.of("--in", in, "--x", "x", "--y", "y"),
                        Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    /** A file with these lines. */
    static String file(Path folder, String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }
}
