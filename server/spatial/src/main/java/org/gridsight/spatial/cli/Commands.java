package org.gridsight.spatial.cli;

import java.util.List;

/** The commands, in the order of the help; a new one is a line here. */
final class Commands {

    private Commands() {}

    static List<Command> all() {
        return List.of(
                new DbscanCommand(), //
                new HdbscanCommand(),
                new StDbscanCommand(),
                new GistarCommand(),
                new ExcessCommand(),
                new EmergingCommand(),
                new KnoxCommand(),
                new KdeCommand(),
                new ScanCommand(),
                new ForecastCommand(),
                new ProjectCommand());
    }
}
