package org.gridsight.app.hotspots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gridsight.spatial.hotspot.Neighbourhood;

/** Chosen cells that touch, corners included, taken together. */
final class CellGroups {

    private CellGroups() {}

    static List<int[]> of(Neighbourhood touching, BitSet chosen) {
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
}
