package org.gridsight.spatial.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gridsight.spatial.Run;

/** Sweeps the data once for each cluster and once for each replica, on all threads of the run. */
final class Dealings {

    /** Replicas between two looks at whether to stop, and between two reports of progress. */
    private static final int BLOCK = 32;

    private final Circles circles;
    private final DayBase base;
    private final Cylinders cylinders;
    private final Likelihood likelihood;
    private final Deal deal;

    /** @param days of each case, counted from the first day of the period */
    Dealings(Circles circles, int[] days, DayBase base, Cylinders cylinders) {
        this.circles = circles;
        this.base = base;
        this.cylinders = cylinders;
        this.likelihood = new Likelihood(days.length);
        this.deal = Deal.of(circles, days, base.days());
    }

    /** The clusters of the data, most likely first; each may use only cells that no more likely one has. */
    List<Sweep.Best> found(int most, Run run) {
        Sweep sweep = new Sweep(circles, base, cylinders, likelihood);
        boolean[] banned = new boolean[circles.size()];
        List<Sweep.Best> found = new ArrayList<>();
        while (found.size() < most) {
            Sweep.Best best = sweep.best(deal, banned, run);
            if (best.ratio() == 0) {
                break;
            }
            found.add(best);
            int[] joined = circles.joined(best.centre());
            for (int k = 0; k < best.places(); k++) {
                banned[joined[k]] = true;
            }
        }
        return found;
    }

    /** Cases expected in a cylinder. */
    double expected(Sweep.Best best) {
        int inside = 0;
        for (int k = 0; k < best.places(); k++) {
            inside += circles.cases(circles.joined(best.centre())[k]);
        }
        return inside * (base.before(best.to() + 1) - base.before(best.from())) / base.all();
    }

    /** @param highest ratio of the data, which a replica must reach to count against it */
    Maxima replicas(Replicas replicas, double highest, Run run) {
        double[] maxima = new double[replicas.most()];
        Queue<Worker> idle = new ConcurrentLinkedQueue<>();
        int reached = 0;
        for (int done = 0; done < maxima.length; done += BLOCK) {
            int first = done;
            int size = Math.min(BLOCK, maxima.length - first);
            run.each(size, 2, (from, to) -> {
                Worker free = idle.poll();
                Worker worker = free == null ? new Worker() : free;
                for (int i = first + from; i < first + to; i++) {
                    maxima[i] = worker.highest(replicas.seed(), i, run);
                }
                idle.add(worker);
            });
            for (int i = first; i < first + size; i++) {
                reached += maxima[i] >= highest ? 1 : 0;
                if (replicas.stopAfter() > 0 && reached == replicas.stopAfter()) {
                    return new Maxima(Arrays.copyOf(maxima, i + 1), true);
                }
            }
            run.report((double) (first + size) / maxima.length);
        }
        return new Maxima(maxima, false);
    }

    /** What one thread needs for replicas. */
    private final class Worker {

        private final Deal own = deal.another();
        private final Sweep sweep = new Sweep(circles, base, cylinders, likelihood);
        private final boolean[] none = new boolean[circles.size()];

        double highest(long seed, int number, Run run) {
            own.shuffle(seed, number);
            return sweep.best(own, none, run).ratio();
        }
    }
}
