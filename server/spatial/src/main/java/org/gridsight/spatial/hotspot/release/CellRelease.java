package org.gridsight.spatial.hotspot.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A map of counts that gives nobody away. Cells of a fixed grid that hold enough reporters and days are shown; what is
 * left of four cells is merged into the cell twice as large around them, and shown there when it is enough by then, and
 * so on. What is too little even on the largest cells is stated as one number without a place.
 *
 * <p>Guarantee: every case is counted exactly once, in the finest shown cell around it or in the rest. So whatever is
 * added or subtracted (a large cell less the small ones within it, the total less all cells) is a union of whole groups,
 * each with enough reporters and days. The rest keeps to the rule as well: where it would not, the shown cell with the
 * fewest cases that lies in no other joins it. When all cases together are too few, nothing is said at all. Limit: the rule protects one map.
 * Two maps of overlapping periods can be subtracted; release each period once, when it is over.
 */
public final class CellRelease {

    private final ReleaseRule rule;

    public CellRelease(ReleaseRule rule) {
        this.rule = rule;
    }

    /**
     * A cell on the map. Its count leaves out the finer cells that are shown within it: draw it below them.
     *
     * @param level 0 is the finest
     * @param ix column on the grid of its level: its west side lies at {@code ix * side}
     * @param iy row on the grid of its level
     */
    public record Cell(int level, int ix, int iy, double sideMetres, int cases) {

        private boolean liesIn(Cell larger) {
            int up = larger.level - level;
            return up > 0 && ix >> up == larger.ix && iy >> up == larger.iy;
        }
    }

    /**
     * The map.
     *
     * @param cells finest first, then from the west and south
     * @param rest cases that no cell shows; 0 or enough to be stated
     * @param withheld all cases together are too few: no number is given, {@code rest} is 0
     */
    public record Result(List<Cell> cells, int rest, boolean withheld) {}

    /** A square of one level. */
    private record Square(int ix, int iy) implements Comparable<Square> {

        private static final Comparator<Square> ORDER =
                Comparator.comparingInt(Square::ix).thenComparingInt(Square::iy);

        Square parent() {
            return new Square(Math.floorDiv(ix, 2), Math.floorDiv(iy, 2));
        }

        @Override
        public int compareTo(Square other) {
            return ORDER.compare(this, other);
        }
    }

    /** Cases that are counted together. */
    private final class Group {

        private final Set<Integer> reporters = new HashSet<>();
        private final Set<Integer> days = new HashSet<>();
        private int cases;

        void add(int reporter, int day) {
            reporters.add(reporter);
            days.add(day);
            cases++;
        }

        void add(Group other) {
            reporters.addAll(other.reporters);
            days.addAll(other.days);
            cases += other.cases;
        }

        boolean isEnough() {
            return reporters.size() >= rule.reporters() && days.size() >= rule.days();
        }
    }

    /** A shown cell and its group. */
    private final class Shown {

        private final Cell cell;
        private final Group group;

        Shown(int level, Square square, Group group) {
            this.cell = new Cell(level, square.ix(), square.iy(), rule.side(level), group.cases);
            this.group = group;
        }
    }

    /** The map of some cases. */
    public Result map(ReportedCases cases) {
        List<Shown> shown = new ArrayList<>();
        Map<Square, Group> open = finest(cases);
        for (int level = 0; level <= rule.levels(); level++) {
            Map<Square, Group> next = new TreeMap<>();
            for (Map.Entry<Square, Group> entry : open.entrySet()) {
                if (entry.getValue().isEnough()) {
                    shown.add(new Shown(level, entry.getKey(), entry.getValue()));
                } else {
                    next.computeIfAbsent(entry.getKey().parent(), square -> new Group())
                            .add(entry.getValue());
                }
            }
            open = next;
        }
        Group rest = new Group();
        open.values().forEach(rest::add);
        if (rest.cases > 0 && !rest.isEnough()) {
            Optional<Shown> smallest = smallest(shown);
            if (smallest.isEmpty()) {
                return new Result(List.of(), 0, true);
            }
            shown.remove(smallest.get());
            rest.add(smallest.get().group);
        }
        return new Result(shown.stream().map(one -> one.cell).toList(), rest.cases, false);
    }

    private Map<Square, Group> finest(ReportedCases cases) {
        Map<Square, Group> squares = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            Square square = new Square((int) Math.floor(cases.cases().places().x(i) / rule.sideMetres()), (int)
                    Math.floor(cases.cases().places().y(i) / rule.sideMetres()));
            squares.computeIfAbsent(square, key -> new Group())
                    .add(cases.reporter(i), cases.cases().day(i));
        }
        return squares;
    }

    /**
     * Among the cells that lie in no other, whose cases a reader would count there; of equal ones the first in the order
     * of the map.
     */
    private Optional<Shown> smallest(List<Shown> shown) {
        return shown.stream()
                .filter(one -> shown.stream().noneMatch(other -> one.cell.liesIn(other.cell)))
                .min(Comparator.comparingInt(one -> one.cell.cases()));
    }
}
