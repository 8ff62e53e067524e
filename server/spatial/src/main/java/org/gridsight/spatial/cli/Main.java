package org.gridsight.spatial.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Entry of {@code gridsight-spatial.jar}; ends with 0, with 2 for bad input, with 1 for a fault of ours. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = new CommandLine(Commands.all(), out, err).run(arguments);
        out.flush();
        System.exit(status);
    }
}
