package org.gridsight.spatial.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * One option of a command, without its leading dashes.
 *
 * @param value what follows it, for the help; empty for a switch that takes no value
 */
record Option(String name, String value, String help) {

    static final Option IN = new Option("in", "FILE", "points, CSV or .csv.gz with a header");
    static final Option X = new Option("x", "COLUMN", "metres to the east");
    static final Option Y = new Option("y", "COLUMN", "metres to the north");
    static final Option LON = new Option("lon", "COLUMN", "longitude, degrees, instead of --x");
    static final Option LAT = new Option("lat", "COLUMN", "latitude, degrees, instead of --y");
    static final Option T = new Option("t", "COLUMN", "date, date and time, or epoch seconds");
    static final Option OUT = new Option("out", "FILE", "result, CSV or .csv.gz");
    static final Option THREADS = new Option("threads", "N", "default: all cores");

    /** The options of every command that reads points, then its own. */
    static List<Option> withPoints(Option... own) {
        List<Option> all = new ArrayList<>(List.of(IN, X, Y, LON, LAT, OUT, THREADS));
        all.addAll(List.of(own));
        return List.copyOf(all);
    }

    /** The options of every command that reads points with times, then its own. */
    static List<Option> withPointsAndTimes(Option... own) {
        List<Option> all = new ArrayList<>(List.of(IN, X, Y, LON, LAT, T, OUT, THREADS));
        all.addAll(List.of(own));
        return List.copyOf(all);
    }

    boolean isSwitch() {
        return value.isEmpty();
    }
}
