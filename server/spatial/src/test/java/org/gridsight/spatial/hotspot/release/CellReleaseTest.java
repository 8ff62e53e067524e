package org.gridsight.spatial.hotspot.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.release.CellRelease.Cell;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.junit.jupiter.api.Test;

/** Nothing on a released map, nor any sum or difference of it, stands for fewer people or days than the rule says. */
class CellReleaseTest {

    private static final ReleaseRule RULE = new ReleaseRule(5, 3, 100, 3);

    /** A case: x, y, day, reporter. */
    private final List<int[]> cases = new ArrayList<>();

    @Test
    void showsWhatIsEnoughAndMergesTheOthersUpwards() {
        people(6, 50, 50, 3, 0); // cell (0, 0): enough
        people(4, 150, 50, 3, 100); // cell (1, 0): four people
        people(3, 50, 150, 3, 200); // cell (0, 1): three people; with the four enough on 200 m
        people(9, 750, 750, 2, 300); // two days only
        people(5, 450, 1_750, 3, 400); // enough, but the smallest
        CellRelease.Result map = map(RULE);
        assertThat(map.cells()).containsExactly(new Cell(0, 0, 0, 100, 6), new Cell(1, 0, 0, 200, 7));
        // nine people on two days would be left: the smallest shown cell joins them
        assertThat(map.rest()).isEqualTo(14);
        assertThat(map.withheld()).isFalse();
    }

    @Test
    void givesTheRestACellThatLiesInNoOther() {
        people(5, 50, 50, 3, 0); // the smallest, but within the cell of 200 m: a reader would count it there
        people(4, 150, 50, 3, 100);
        people(4, 50, 150, 3, 200);
        people(9, 5_050, 50, 3, 300);
        people(2, 9_050, 50, 3, 400);
        CellRelease.Result map = map(RULE);
        assertThat(map.cells()).containsExactly(new Cell(0, 0, 0, 100, 5), new Cell(0, 50, 0, 100, 9));
        assertThat(map.rest()).isEqualTo(10);
    }

    @Test
    void neverShowsNorLetsAnyoneSubtractFewerThanTheRule() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            town(random);
            ReleaseRule rule = new ReleaseRule(2 + random.nextInt(5), 1 + random.nextInt(4), 100, random.nextInt(6));
            CellRelease.Result map = map(rule);
            int[] groupOf =
                    cases.stream().mapToInt(one -> finest(map.cells(), one)).toArray();
            int stated = map.rest();
            for (int group = 0; group < map.cells().size(); group++) {
                assertEnough(seed, rule, groupOf, group);
                assertThat(map.cells().get(group).cases()).as("seed %d", seed).isEqualTo(size(groupOf, group));
                stated += map.cells().get(group).cases();
            }
            // parent less children, total less all that is shown: unions of whole groups, and the rest is one
            if (map.rest() > 0) {
                assertEnough(seed, rule, groupOf, -1);
            }
            assertThat(map.rest()).as("seed %d", seed).isEqualTo(map.withheld() ? 0 : size(groupOf, -1));
            assertThat(stated).as("seed %d", seed).isEqualTo(map.withheld() ? 0 : cases.size());
            assertThat(map.withheld())
                    .as("seed %d", seed)
                    .isEqualTo(!cases.isEmpty() && !enough(rule, new int[cases.size()], 0));
        }
    }

    @Test
    void showsNoCoarseCellWhereAFinerOneWouldDo() {
        for (int seed = 0; seed < 100; seed++) {
            town(new Random(seed));
            CellRelease.Result map = map(RULE);
            for (Cell cell : map.cells()) {
                for (int quarter = 0; quarter < 4 && cell.level() > 0; quarter++) {
                    int ix = 2 * cell.ix() + quarter % 2;
                    int iy = 2 * cell.iy() + quarter / 2;
                    Cell child = new Cell(cell.level() - 1, ix, iy, cell.sideMetres() / 2, 0);
                    int[] own = cases.stream()
                            .mapToInt(one -> map.cells()
                                                    .get(Math.max(0, finest(map.cells(), one)))
                                                    .equals(cell)
                                            && holds(child, one)
                                    ? 1
                                    : 0)
                            .toArray();
                    assertThat(enough(RULE, own, 1)).as("seed %d", seed).isFalse();
                }
            }
        }
    }

    @Test
    void takesTheSmallestCellIntoARestThatIsTooSmall() {
        people(8, 50, 50, 3, 0);
        people(6, 5_050, 50, 3, 100);
        people(2, 9_050, 50, 3, 200);
        CellRelease.Result map = map(RULE);
        assertThat(map.cells()).containsExactly(new Cell(0, 0, 0, 100, 8));
        assertThat(map.rest()).isEqualTo(8);
    }

    @Test
    void saysNothingWhenAllTogetherAreTooFew() {
        people(4, 50, 50, 3, 0);
        assertThat(map(RULE)).isEqualTo(new CellRelease.Result(List.of(), 0, true));
        cases.clear();
        assertThat(map(RULE)).isEqualTo(new CellRelease.Result(List.of(), 0, false));
    }

    @Test
    void takesUnknownReportersForOne() {
        for (int i = 0; i < 20; i++) {
            cases.add(new int[] {50, 50, i, ReportedCases.UNKNOWN});
        }
        assertThat(map(RULE).withheld()).isTrue();
        people(4, 50, 50, 3, 0);
        assertThat(map(RULE).cells()).containsExactly(new Cell(0, 0, 0, 100, 24));
    }

    @Test
    void keepsItsGridWhateverLiesElsewhere() {
        people(6, -50, -150, 3, 0);
        CellRelease.Result alone = map(RULE);
        assertThat(alone.cells()).containsExactly(new Cell(0, -1, -2, 100, 6));
        people(6, 7_777, 3_333, 3, 50);
        assertThat(map(RULE).cells()).containsAll(alone.cells());
        Collections.shuffle(cases, new Random(1));
        assertThat(map(RULE).cells()).containsAll(alone.cells()).hasSize(2);
    }

    @Test
    void refusesRulesThatProtectNobody() {
        refuses("reporters", () -> new ReleaseRule(1, 3, 100, 3));
        refuses("days", () -> new ReleaseRule(5, 0, 100, 3));
        refuses("cell is", () -> new ReleaseRule(5, 3, Double.NaN, 3));
        refuses("levels", () -> new ReleaseRule(5, 3, 100, 13));
        DatedPoints none = DatedPoints.of(PlanarPoints.of(new double[0], new double[0]), new int[0]);
        refuses("0 cases but 1 reporters", () -> ReportedCases.of(none, new int[1]));
        DatedPoints one = DatedPoints.of(PlanarPoints.of(new double[1], new double[1]), new int[1]);
        refuses("case 1: reporter is -2", () -> ReportedCases.of(one, new int[] {-2}));
    }

    private static void refuses(String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(UnusableInput.class).hasMessageContaining(words);
    }

    /** Different people at one place, one case each, on a number of days. */
    private void people(int count, int x, int y, int days, int firstReporter) {
        for (int i = 0; i < count; i++) {
            cases.add(new int[] {x, y, i % days, firstReporter + i});
        }
    }

    /** A dense middle, thin edges, some who report all the time. */
    private void town(Random random) {
        cases.clear();
        int count = random.nextInt(150);
        for (int i = 0; i < count; i++) {
            double spread = random.nextBoolean() ? 100 : 900;
            cases.add(new int[] {
                (int) (spread * random.nextGaussian()),
                (int) (spread * random.nextGaussian()),
                random.nextInt(6),
                random.nextInt(3) == 0 ? random.nextInt(2) - 1 : random.nextInt(40)
            });
        }
    }

    private CellRelease.Result map(ReleaseRule rule) {
        DatedPoints points = DatedPoints.of(
                PlanarPoints.of(
                        cases.stream().mapToDouble(one -> one[0]).toArray(),
                        cases.stream().mapToDouble(one -> one[1]).toArray()),
                cases.stream().mapToInt(one -> one[2]).toArray());
        return new CellRelease(rule)
                .map(ReportedCases.of(
                        points, cases.stream().mapToInt(one -> one[3]).toArray()));
    }

    /** The finest shown cell around a case, or -1: what a reader of the map concludes. */
    private static int finest(List<Cell> cells, int[] one) {
        return IntStream.range(0, cells.size())
                .filter(i -> holds(cells.get(i), one))
                .boxed()
                .min((a, b) ->
                        Integer.compare(cells.get(a).level(), cells.get(b).level()))
                .orElse(-1);
    }

    private static boolean holds(Cell cell, int[] one) {
        return (int) Math.floor(one[0] / cell.sideMetres()) == cell.ix()
                && (int) Math.floor(one[1] / cell.sideMetres()) == cell.iy();
    }

    private static long size(int[] groupOf, int group) {
        return IntStream.of(groupOf).filter(one -> one == group).count();
    }

    private void assertEnough(int seed, ReleaseRule rule, int[] groupOf, int group) {
        assertThat(enough(rule, groupOf, group)).as("seed %d", seed).isTrue();
    }

    private boolean enough(ReleaseRule rule, int[] groupOf, int group) {
        List<int[]> own = IntStream.range(0, groupOf.length)
                .filter(i -> groupOf[i] == group)
                .mapToObj(cases::get)
                .toList();
        return own.stream().mapToInt(one -> one[3]).distinct().count() >= rule.reporters()
                && own.stream().mapToInt(one -> one[2]).distinct().count() >= rule.days();
    }
}
