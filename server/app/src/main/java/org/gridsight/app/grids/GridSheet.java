package org.gridsight.app.grids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.index.RegionIndex;

/** The grids between two changes of the map, and which of them holds a place. Immutable. */
final class GridSheet {

    /** So far outside every grid the nearest one still takes a place: GNSS in a narrow street, a generalised border. */
    static final double BORDER_METRES = 200;

    private final Instant from;
    private final List<Grid> grids;
    private final RegionIndex index;

    private GridSheet(Instant from, List<Grid> grids) {
        this.from = from;
        this.grids = grids;
        this.index = RegionIndex.of(grids.stream().map(Grid::shape).toList());
    }

    /** One sheet for each moment at which the map changed, in order. */
    static List<GridSheet> of(List<Grid> versions) {
        Set<Instant> changes = new TreeSet<>();
        versions.stream()
                .filter(grid -> grid.isValidAt(grid.validFrom()))
                .forEach(grid -> changes.add(grid.validFrom()));
        List<GridSheet> sheets = new ArrayList<>();
        for (Instant from : changes) {
            List<Grid> valid = versions.stream()
                    .filter(grid -> grid.isValidAt(from))
                    .sorted(Comparator.comparing(Grid::code))
                    .toList();
            sheets.add(new GridSheet(from, valid));
        }
        return List.copyOf(sheets);
    }

    Instant from() {
        return from;
    }

    List<Grid> grids() {
        return grids;
    }

    Optional<GridAt> at(LngLat place) {
        OptionalInt inside = index.at(place);
        if (inside.isPresent()) {
            return Optional.of(answer(inside.getAsInt(), Set.of()));
        }
        OptionalInt near = index.nearest(place, BORDER_METRES);
        return near.isPresent()
                ? Optional.of(answer(near.getAsInt(), Set.of(LocationFlag.NEAR_BORDER)))
                : Optional.empty();
    }

    private GridAt answer(int number, Set<LocationFlag> flags) {
        Grid grid = grids.get(number);
        return new GridAt(grid.code(), grid.name(), grid.villageCode(), grid.villageName(), flags);
    }
}
