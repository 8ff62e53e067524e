package org.gridsight.app.grids;

import java.util.List;
import java.util.stream.IntStream;
import org.gridsight.spatial.Box;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** The footprints of the place behind an index by their boxes. Immutable; readers need no lock. */
final class BuildingSheet {

    private final List<BaseLayer.Feature> buildings;
    private final STRtree tree = new STRtree();

    BuildingSheet(List<BaseLayer.Feature> buildings) {
        this.buildings = buildings;
        IntStream.range(0, buildings.size())
                .forEach(i -> tree.insert(buildings.get(i).shape().getEnvelopeInternal(), i));
        // from here on the tree is only read, so threads may share it
        tree.build();
    }

    /** Those whose box meets another, at most so many, in the order of the file. */
    List<BaseLayer.Feature> in(Box box, int most) {
        List<?> found = tree.query(new Envelope(box.west(), box.east(), box.south(), box.north()));
        return found.stream()
                .map(Integer.class::cast)
                .sorted()
                .limit(most)
                .map(buildings::get)
                .toList();
    }
}
