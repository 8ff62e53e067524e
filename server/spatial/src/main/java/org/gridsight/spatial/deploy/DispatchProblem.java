package org.gridsight.spatial.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many open tasks and few workers at once: who goes where, so that first the greatest weight of tasks is served within
 * its limits and then the sum of weight times response is least. The response of a worker's first task is his travel
 * time from where he stands; each further task of his waits one handling time more. (Travel between his tasks is not
 * known before the first is handled, and is not guessed.)
 */
public final class DispatchProblem {

    /** Travel time of a pair without a way. */
    public static final int NO_WAY = -1;

    /**
     * One task.
     *
     * @param weight how much a second of waiting counts, from 1
     * @param limitSeconds a response later than this is none
     */
    public record Task(String id, int weight, int limitSeconds) {}

    /** One worker, who takes so many tasks at most. */
    public record Worker(String id, int capacity) {}

    /** Bounds keep every sum inside 64 bits. */
    private static final int GREATEST_WEIGHT = 1_000;

    private static final int GREATEST_SECONDS = 10 * 86_400;
    private static final int GREATEST_CAPACITY = 100;
    private static final long MOST_PAIRS = 20_000_000;

    private final List<Task> tasks;
    private final List<Worker> workers;
    private final int[][] travelSeconds;
    private final int handlingSeconds;

    /**
     * @param travelSeconds by task, then by worker; {@link #NO_WAY} where there is none
     * @param handlingSeconds how long a task holds a worker, from 0
     */
    public DispatchProblem(List<Task> tasks, List<Worker> workers, int[][] travelSeconds, int handlingSeconds) {
        this.tasks = List.copyOf(tasks);
        this.workers = List.copyOf(workers);
        this.travelSeconds = Arrays.stream(travelSeconds).map(int[]::clone).toArray(int[][]::new);
        this.handlingSeconds = handlingSeconds;
        check();
    }

    private void check() {
        require(travelSeconds.length == tasks.size(), "one row of travel times for each task");
        require(within(handlingSeconds), "handling takes 0 to " + GREATEST_SECONDS + " s");
        for (Task task : tasks) {
            require(
                    task.weight() >= 1 && task.weight() <= GREATEST_WEIGHT,
                    task.id() + ": weight outside 1.." + GREATEST_WEIGHT);
            require(within(task.limitSeconds()), task.id() + ": limit outside 0.." + GREATEST_SECONDS + " s");
        }
        for (Worker worker : workers) {
            require(
                    worker.capacity() >= 0 && worker.capacity() <= GREATEST_CAPACITY,
                    worker.id() + ": capacity outside 0.." + GREATEST_CAPACITY);
        }
        long turns = workers.stream().mapToLong(Worker::capacity).sum();
        require(
                tasks.size() * turns <= MOST_PAIRS,
                "too many tasks and workers at once: " + tasks.size() + " x " + turns);
        for (int[] row : travelSeconds) {
            require(row.length == workers.size(), "one travel time for each worker");
            require(
                    Arrays.stream(row).allMatch(seconds -> seconds == NO_WAY || within(seconds)),
                    "travel takes 0 to " + GREATEST_SECONDS + " s, or is NO_WAY");
        }
    }

    private static boolean within(int seconds) {
        return seconds >= 0 && seconds <= GREATEST_SECONDS;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The best plan there is, proven: a {@link LinearAssignment} of tasks to the places in the workers' queues. */
    public DispatchPlan solve() {
        List<Turn> turns = turns();
        long[][] costs = IntStream.range(0, tasks.size())
                .mapToObj(k -> turns.stream().mapToLong(turn -> cost(k, turn)).toArray())
                .toArray(long[][]::new);
        long tooLate =
                1 + Arrays.stream(costs).mapToLong(DispatchProblem::greatest).sum();
        long[] leaving =
                tasks.stream().mapToLong(task -> task.weight() * tooLate).toArray();
        LinearAssignment best = new LinearAssignment(costs, leaving);
        int[] chosen = IntStream.range(0, tasks.size()).map(best::columnOf).toArray();
        return plan(turns, chosen);
    }

    /** What a person does without help: the heaviest task first, in their order, each to whoever is there first. */
    public DispatchPlan greedy() {
        List<Turn> turns = turns();
        int[] chosen = new int[tasks.size()];
        Arrays.fill(chosen, LinearAssignment.LEFT);
        boolean[] taken = new boolean[turns.size()];
        byWeight().forEach(k -> {
            IntStream.range(0, turns.size())
                    .filter(t -> !taken[t] && cost(k, turns.get(t)) < LinearAssignment.FORBIDDEN)
                    .boxed()
                    .min(Comparator.comparingInt(t -> response(k, turns.get(t))))
                    .ifPresent(t -> {
                        chosen[k] = t;
                        taken[t] = true;
                    });
        });
        return plan(turns, chosen);
    }

    private List<Integer> byWeight() {
        return IntStream.range(0, tasks.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer k) -> tasks.get(k).weight())
                        .reversed())
                .toList();
    }

    /** The n-th task of one worker. */
    private record Turn(int worker, int place) {}

    private List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (int worker = 0; worker < workers.size(); worker++) {
            for (int place = 0; place < workers.get(worker).capacity(); place++) {
                turns.add(new Turn(worker, place));
            }
        }
        return turns;
    }

    private long cost(int k, Turn turn) {
        Task task = tasks.get(k);
        int response = response(k, turn);
        boolean possible = travelSeconds[k][turn.worker()] != NO_WAY && response <= task.limitSeconds();
        return possible ? (long) task.weight() * response : LinearAssignment.FORBIDDEN;
    }

    private int response(int task, Turn turn) {
        return travelSeconds[task][turn.worker()] + turn.place() * handlingSeconds;
    }

    private static long greatest(long[] costs) {
        return Arrays.stream(costs)
                .filter(cost -> cost < LinearAssignment.FORBIDDEN)
                .max()
                .orElse(0);
    }

    private DispatchPlan plan(List<Turn> turns, int[] chosen) {
        List<DispatchPlan.Order> orders = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int k = 0; k < chosen.length; k++) {
            Task task = tasks.get(k);
            if (chosen[k] == LinearAssignment.LEFT) {
                left.add(task.id());
            } else {
                Turn turn = turns.get(chosen[k]);
                orders.add(new DispatchPlan.Order(
                        task.id(),
                        workers.get(turn.worker()).id(),
                        turn.place(),
                        travelSeconds[k][turn.worker()],
                        response(k, turn),
                        task.weight()));
            }
        }
        return new DispatchPlan(orders, left);
    }
}
