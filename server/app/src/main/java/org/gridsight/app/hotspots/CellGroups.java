package org.gridsight.app.hotspots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.gridsight.spatial.hotspot.SquareCells;

/** Chosen cells that touch, corners included, taken together. */
final class CellGroups {

    private CellGroups() {}

    static List<int[]> of(SquareCells cells, BitSet chosen) {
        Neighbourhood touching = cells.queen();
        BitSet left = (BitSet) chosen.clone();
        List<int[]> groups = new ArrayList<>();
        for (int cell = left.nextSetBit(0); cell >= 0; cell = left.nextSetBit(0)) {
            List<Integer> group = new ArrayList<>();
            ArrayDeque<Integer> open = new ArrayDeque<>(List.of(cell));
            left.clear(cell);
            while (!open.isEmpty()) {
                int next = open.remove();
                group.add(next);
                touching.each(next, other -> {
                    if (left.get(other)) {
                        left.clear(other);
                        open.add(other);
                    }
                });
            }
            groups.add(group.stream().mapToInt(Integer::intValue).sorted().toArray());
        }
        return groups;
    }

    static boolean holds(BitSet group, SquareCells cells, CaseSet cases, int i) {
        int cell = cells.at(cases.points().x(i), cases.points().y(i));
        return cell >= 0 && group.get(cell);
    }
}
