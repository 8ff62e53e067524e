package org.gridsight.spatial.cli;

import java.io.IOException;
import java.util.List;

/**
 * One word of the command line. It says which options it takes, reads its input from the call, times only the computing
 * ({@link Call#timed}), writes {@code --out} and answers the key figures.
 */
interface Command {

    String name();

    /** What it does, in one short line of the help. */
    String summary();

    /** All options it understands; any other one is refused. */
    List<Option> options();

    /** Runs and answers the key figures; {@code seconds} is added by the caller. */
    Json run(Call call) throws IOException;
}
