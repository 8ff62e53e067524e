package org.gridsight.spatial.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridsight.spatial.deploy.DispatchProblem.Task;
import org.gridsight.spatial.deploy.DispatchProblem.Worker;
import org.junit.jupiter.api.Test;

/** Who goes where when many tasks wait at once. */
class DispatchProblemTest {

    private static final int HOUR = 3_600;
    private static final int NO_WAY = DispatchProblem.NO_WAY;

    @Test
    void sendsTheNearestElsewhereWhenAllGainByIt() {
        DispatchProblem problem = problem(tasks(1, 1), workers(1, 1), new int[][] {{60, 120}, {70, 900}}, 0);
        assertThat(sent(problem.solve())).containsExactly("t0 w1", "t1 w0");
        assertThat(sent(problem.greedy())).containsExactly("t0 w0", "t1 w1");
        assertThat(problem.solve().responseSeconds()).isEqualTo(190);
        assertThat(problem.greedy().responseSeconds()).isEqualTo(960);
    }

    @Test
    void theHeavierTaskIsNotLeft() {
        DispatchProblem problem = problem(tasks(1, 9), workers(1), new int[][] {{5}, {3_000}}, 600);
        DispatchPlan plan = problem.solve();
        assertThat(sent(plan)).containsExactly("t1 w0");
        assertThat(plan.left()).containsExactly("t0");
    }

    @Test
    void aSecondTaskWaitsForTheFirst() {
        DispatchPlan plan = problem(tasks(1, 5), workers(2), new int[][] {{100}, {100}}, 600)
                .solve();
        assertThat(plan.orders())
                .extracting(DispatchPlan.Order::taskId, DispatchPlan.Order::turn, DispatchPlan.Order::responseSeconds)
                .containsExactlyInAnyOrder(tuple("t1", 0, 100), tuple("t0", 1, 700));
    }

    @Test
    void noWayAndTooLateAreNoOrders() {
        List<Task> tasks = List.of(new Task("near", 1, 60), new Task("far", 1, 60), new Task("cut off", 1, 60));
        DispatchPlan plan = problem(tasks, workers(3), new int[][] {{60}, {61}, {NO_WAY}}, 0)
                .solve();
        assertThat(sent(plan)).containsExactly("near w0");
        assertThat(plan.left()).containsExactly("far", "cut off");
    }

    @Test
    void nobodyAndNothing() {
        assertThat(problem(List.of(), workers(1), new int[0][], 0).solve().orders())
                .isEmpty();
        assertThat(problem(tasks(1), List.of(), new int[1][0], 0).solve().left())
                .containsExactly("t0");
        assertThat(problem(tasks(1), workers(0), new int[][] {{5}}, 0).greedy().left())
                .containsExactly("t0");
    }

    @Test
    void agreesWithEveryPlanTried() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            Case of = random(random, 1 + random.nextInt(4), random.nextInt(4), 2);
            DispatchPlan plan = of.problem().solve();
            assertThat(new Worth(plan.servedWeight(), plan.weightedSeconds()))
                    .as("round %d", round)
                    .isEqualTo(bestOfAll(of, 0, new int[of.tasks().size()][]));
        }
    }

    @Test
    void neverWorseThanGreedyAndNeverOverTheLimits() {
        Random random = new Random(12);
        for (int round = 0; round < 30; round++) {
            DispatchProblem problem = random(random, 40, 15, 3).problem();
            DispatchPlan plan = problem.solve();
            DispatchPlan greedy = problem.greedy();
            assertThat(plan.servedWeight()).isGreaterThanOrEqualTo(greedy.servedWeight());
            if (plan.servedWeight() == greedy.servedWeight()) {
                assertThat(plan.weightedSeconds()).isLessThanOrEqualTo(greedy.weightedSeconds());
            }
            assertThat(plan.orders().stream()
                            .collect(Collectors.groupingBy(DispatchPlan.Order::workerId, Collectors.counting()))
                            .values())
                    .allMatch(count -> count <= 3);
            assertThat(plan.orders().size() + plan.left().size()).isEqualTo(40);
        }
    }

    @Test
    void namesTheFault() {
        assertThatThrownBy(() -> problem(tasks(0), workers(1), new int[1][1], 0))
                .hasMessageContaining("t0: weight outside");
        assertThatThrownBy(() -> problem(tasks(1), workers(1), new int[][] {{-5}}, 0))
                .hasMessageContaining("NO_WAY");
        assertThatThrownBy(() -> problem(tasks(1), workers(1), new int[][] {{1, 2}}, 0))
                .hasMessageContaining("one travel time for each worker");
        assertThatThrownBy(() -> problem(tasks(1), workers(101), new int[1][1], 0))
                .hasMessageContaining("capacity");
    }

    private record Case(List<Task> tasks, List<Worker> workers, int[][] travel, int handling) {

        DispatchProblem problem() {
            return new DispatchProblem(tasks, workers, travel, handling);
        }
    }

    private record Worth(long served, long weightedSeconds) {

        Worth better(Worth other) {
            boolean mine = served != other.served ? served > other.served : weightedSeconds <= other.weightedSeconds;
            return mine ? this : other;
        }
    }

    /** Tries for each task to leave it, and each worker at each place of his queue. */
    private static Worth bestOfAll(Case of, int task, int[][] chosen) {
        if (task == chosen.length) {
            return worth(of, chosen);
        }
        chosen[task] = null;
        Worth best = bestOfAll(of, task + 1, chosen);
        for (int worker = 0; worker < of.workers().size(); worker++) {
            for (int place = 0; place < of.workers().get(worker).capacity(); place++) {
                int[] turn = {worker, place};
                boolean free = Arrays.stream(chosen, 0, task).noneMatch(other -> Arrays.equals(other, turn));
                int travel = of.travel()[task][worker];
                boolean possible = travel != NO_WAY
                        && travel + place * of.handling()
                                <= of.tasks().get(task).limitSeconds();
                if (free && possible) {
                    chosen[task] = turn;
                    best = best.better(bestOfAll(of, task + 1, chosen));
                }
            }
        }
        chosen[task] = null;
        return best;
    }

    private static Worth worth(Case of, int[][] chosen) {
        long served = 0;
        long seconds = 0;
        for (int k = 0; k < chosen.length; k++) {
            if (chosen[k] != null) {
                int weight = of.tasks().get(k).weight();
                served += weight;
                seconds += (long) weight * (of.travel()[k][chosen[k][0]] + chosen[k][1] * of.handling());
            }
        }
        return new Worth(served, seconds);
    }

    private static Case random(Random random, int tasks, int workers, int capacity) {
        List<Task> open = IntStream.range(0, tasks)
                .mapToObj(k -> new Task("t" + k, 1 + random.nextInt(9), random.nextInt(HOUR)))
                .toList();
        List<Worker> people = IntStream.range(0, workers)
                .mapToObj(k -> new Worker("w" + k, random.nextInt(capacity + 1)))
                .toList();
        int[][] travel = new int[tasks][workers];
        for (int[] row : travel) {
            Arrays.setAll(row, worker -> random.nextInt(8) == 0 ? NO_WAY : random.nextInt(HOUR));
        }
        return new Case(open, people, travel, random.nextInt(900));
    }

    private static DispatchProblem problem(List<Task> tasks, List<Worker> workers, int[][] travel, int handling) {
        return new DispatchProblem(tasks, workers, travel, handling);
    }

    private static List<Task> tasks(int... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(k -> new Task("t" + k, weights[k], HOUR))
                .toList();
    }

    private static List<Worker> workers(int... capacities) {
        return IntStream.range(0, capacities.length)
                .mapToObj(k -> new Worker("w" + k, capacities[k]))
                .toList();
    }

    private static List<String> sent(DispatchPlan plan) {
        return plan.orders().stream()
                .map(order -> order.taskId() + " " + order.workerId())
                .toList();
    }
}
