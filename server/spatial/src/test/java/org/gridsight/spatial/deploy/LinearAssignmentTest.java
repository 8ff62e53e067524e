package org.gridsight.spatial.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The least cost, compared with every assignment there is, and proven by its prices where there are too many. */
class LinearAssignmentTest {

    private static final long X = LinearAssignment.FORBIDDEN;

    @Test
    void givesUpTheNearestForTheSakeOfAll() {
        LinearAssignment best = new LinearAssignment(new long[][] {{1, 2}, {2, 9}}, new long[] {100, 100});
        assertThat(best.columnOf(0)).isEqualTo(1);
        assertThat(best.columnOf(1)).isZero();
        assertThat(best.cost()).isEqualTo(4);
    }

    @Test
    void leavesOutWhatCostsLeastToLeave() {
        LinearAssignment best = new LinearAssignment(new long[][] {{5}, {5}, {X}}, new long[] {50, 60, 7});
        assertThat(IntStream.range(0, 3).map(best::columnOf)).containsExactly(LinearAssignment.LEFT, 0, -1);
        assertThat(best.cost()).isEqualTo(50 + 5 + 7);
    }

    @Test
    void nothingToAssignCostsNothing() {
        assertThat(new LinearAssignment(new long[0][], new long[0]).cost()).isZero();
        assertThat(new LinearAssignment(new long[2][0], new long[] {3, 4}).cost())
                .isEqualTo(7);
    }

    @Test
    void agreesWithEveryAssignmentTried() {
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            long[][] costs = costs(random, random.nextInt(6), random.nextInt(6), 12);
            long[] leaving = random.longs(costs.length, 0, 15).toArray();
            LinearAssignment best = new LinearAssignment(costs, leaving);
            assertThat(best.cost()).as("round %d", round).isEqualTo(tryAll(costs, leaving, 0, 0));
            assertThat(best.lowerBound()).isEqualTo(best.cost());
        }
    }

    @Test
    void pricesProveTheOptimumOfLargeTables() {
        Random random = new Random(6);
        long[][] costs = costs(random, 300, 120, 5_000);
        LinearAssignment best =
                new LinearAssignment(costs, random.longs(300, 0, 9_000).toArray());
        assertThat(best.lowerBound()).isEqualTo(best.cost());
        assertThat(IntStream.range(0, 300).map(best::columnOf).filter(column -> column >= 0))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> new LinearAssignment(new long[][] {{1}, {1, 2}}, new long[2]))
                .hasMessageContaining("rows differ in length");
        assertThatThrownBy(() -> new LinearAssignment(new long[][] {{-1}}, new long[1]))
                .hasMessageContaining("costs begin at 0");
        assertThatThrownBy(() -> new LinearAssignment(new long[][] {{1}}, new long[2]))
                .hasMessageContaining("one price of leaving");
    }

    private static long[][] costs(Random random, int rows, int columns, int bound) {
        long[][] costs = new long[rows][columns];
        for (long[] row : costs) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(5) == 0 ? X : random.nextInt(bound);
            }
        }
        return costs;
    }

    private static long tryAll(long[][] costs, long[] leaving, int row, int taken) {
        if (row == costs.length) {
            return 0;
        }
        long best = leaving[row] + tryAll(costs, leaving, row + 1, taken);
        for (int column = 0; column < costs[row].length; column++) {
            if ((taken & 1 << column) == 0 && costs[row][column] < X) {
                best = Math.min(best, costs[row][column] + tryAll(costs, leaving, row + 1, taken | 1 << column));
            }
        }
        return best;
    }
}
