package org.gridsight.app.grids;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.Box;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;

/**
 * The township's map in memory, all versions of it: immutable, so that a bulk import may hold on to one. Get it from
 * {@link Grids#map()}, which confirms its version inside a transaction.
 */
public final class GridMap {

    private final Place place;
    private final List<GridSheet> sheets;
    private final Map<String, Grid> latest = new HashMap<>();
    private final Map<BaseLayer, List<BaseLayer.Feature>> layers = new EnumMap<>(BaseLayer.class);
    private final BuildingSheet buildings;
    private final LocationJudge judge;

    /** @param versions of grids, those of one code in the order of their validity */
    GridMap(Place place, List<Grid> versions, Map<BaseLayer, List<BaseLayer.Feature>> layers) {
        this.place = place;
        this.sheets = GridSheet.of(versions);
        versions.stream()
                .filter(grid -> grid.isValidAt(grid.validFrom()))
                .forEach(grid -> latest.put(grid.code(), grid));
        for (BaseLayer layer : BaseLayer.values()) {
            this.layers.put(layer, List.copyOf(layers.getOrDefault(layer, List.of())));
        }
        this.buildings = new BuildingSheet(layer(BaseLayer.BUILDINGS));
        this.judge = new LocationJudge(this);
    }

    public Place place() {
        return place;
    }

    public long version() {
        return place.version();
    }

    /**
     * The grid that takes a place, by the map valid at the time; before the first map the first counts. Up to 200 m
     * outside of all grids the nearest takes it, with {@link LocationFlag#NEAR_BORDER}.
     */
    public Optional<GridAt> at(LngLat where, Instant time) {
        return sheet(time).flatMap(sheet -> sheet.at(where));
    }

    /** Judges a place that somebody gave: the grid that takes it, or why not. x is longitude, unchecked. */
    public LocationCheck check(Coordinate given, Instant time) {
        return judge.judge(given, time);
    }

    /** The latest version of a grid, also of one that has ended. */
    public Optional<Grid> find(String code) {
        return Optional.ofNullable(latest.get(code));
    }

    /** The grids valid at a time, by code. */
    public List<Grid> list(Scope scope, Instant time) {
        return sheet(time).map(GridSheet::grids).orElse(List.of()).stream()
                .filter(grid -> scope.covers(grid.code()))
                .toList();
    }

    public List<BaseLayer.Feature> layer(BaseLayer layer) {
        return layers.getOrDefault(layer, List.of());
    }

    /** The footprints that meet a box, at most so many, in the order of the file. */
    public List<BaseLayer.Feature> buildings(Box box, int most) {
        return buildings.in(box, most);
    }

    boolean hasGrids() {
        return !sheets.isEmpty();
    }

    private Optional<GridSheet> sheet(Instant time) {
        for (int i = sheets.size() - 1; i > 0; i--) {
            if (!time.isBefore(sheets.get(i).from())) {
                return Optional.of(sheets.get(i));
            }
        }
        return sheets.stream().findFirst();
    }
}
