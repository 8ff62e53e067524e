package org.gridsight.spatial.cli;

import java.io.IOException;
import java.util.List;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.Knox;

/** Near repeats: pairs near in space and in time, against what chance gives. */
final class KnoxCommand implements Command {

    private static final Option DISTANCE = new Option("distance", "METRES", "near in space: at most so far apart");
    private static final Option DAYS = new Option("days", "N", "near in time: calendar days at most so far apart");
    private static final Option PERMUTATIONS = new Option("permutations", "N", "default 999; 0: counts only");
    private static final Option STOP =
            new Option("stop-after", "N", "end when so many permutations reach the data; p = N / counted");
    static final Option SEED = new Option("seed", "N", "of the random numbers, default 1");

    @Override
    public String name() {
        return "knox";
    }

    @Override
    public String summary() {
        return "Knox test of space-time interaction (near repeats)";
    }

    @Override
    public List<Option> options() {
        return Option.withPointsAndTimes(DISTANCE, DAYS, PERMUTATIONS, STOP, SEED);
    }

    @Override
    public Json run(Call call) throws IOException {
        Options options = call.options();
        double metres = options.positive(DISTANCE);
        int apart = options.whole(DAYS, 0);
        int permutations = options.whole(PERMUTATIONS, 0, 999);
        int stopAfter = options.whole(STOP, 0, 0);
        long seed = options.seed(SEED, 1);
        Places places = call.placesWithTimes();
        Run run = call.run();
        Knox.Interaction found = call.timed(() -> new Knox(places.points(), places.days(), metres, apart)
                .stoppingAfter(stopAfter)
                .test(permutations, seed, run));
        call.write("observed,expected,ratio,p", out -> {
            out.whole(found.observed()).number(found.expected()).number(found.ratio());
            out.number(found.p()).end();
        });
        return places.figures()
                .put("observed", found.observed())
                .put("expected", found.expected())
                .put("ratio", found.ratio())
                .put("p", found.p())
                .put("nearInSpace", found.nearInSpace())
                .put("nearInTime", found.nearInTime())
                .put("pairs", found.pairs())
                .put("permutations", found.permutations());
    }
}
