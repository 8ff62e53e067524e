package org.gridsight.spatial.cli;

import java.io.IOException;
import java.util.List;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.cluster.StDbscan;

/** Groups of points by one density in space and time. */
final class StDbscanCommand implements Command {

    private static final Option EPS_DAYS =
            new Option("eps-days", "DAYS", "how near neighbours are in time, fractions allowed");

    @Override
    public String name() {
        return "stdbscan";
    }

    @Override
    public String summary() {
        return "groups of one density in space and time, exact: id,label,core";
    }

    @Override
    public List<Option> options() {
        return Option.withPointsAndTimes(DbscanCommand.EPS, EPS_DAYS, DbscanCommand.MIN_POINTS);
    }

    @Override
    public Json run(Call call) throws IOException {
        Options options = call.options();
        StDbscan stDbscan = new StDbscan(
                options.positive(DbscanCommand.EPS),
                options.number(EPS_DAYS),
                options.whole(DbscanCommand.MIN_POINTS, 1));
        Places places = call.placesWithTimes();
        long[] seconds = places.seconds();
        Run run = call.run();
        return DbscanCommand.answer(call, places, call.timed(() -> stDbscan.clusters(places.points(), seconds, run)));
    }
}
