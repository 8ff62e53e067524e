package org.gridsight.app.hotspots;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.locationtech.jts.geom.Geometry;

/** A question laid out in cells: which there are, which touch, and which cases lie in each. */
record PlacedQuestion(
        Question question, CellLayout cells, Neighbourhood touching, PlacedCases studied, PlacedCases history) {

    static PlacedQuestion of(Question question, CellLayout cells, Run run) {
        run.check();
        return new PlacedQuestion(
                question,
                cells,
                cells.touching(),
                cells.place(question.studied(), run),
                cells.place(question.history(), run));
    }

    /** Chosen cells that touch, taken together. */
    List<int[]> groups(BitSet chosen) {
        return CellGroups.of(touching, chosen);
    }

    Ground ground(BitSet group) {
        Optional<Geometry> shape = cells.shape(group.stream().toArray());
        return Ground.of(shape);
    }

    /** Cases of some cells by weeks. */
    List<Hotspot.Week> trend(BitSet group, int lastDay) {
        IntStream days = Arrays.stream(history.members(group)).map(history.cases()::day);
        return Trend.of(question, days, lastDay, Optional.empty());
    }
}
