package org.gridsight.app.grids;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Scope;
import org.springframework.stereotype.Component;

/** Reads the whole map from the database. */
@Component
class MapLoader {

    private final PlaceRepository places;
    private final GridRepository grids;
    private final VillageRepository villages;
    private final BaseRepository base;

    MapLoader(PlaceRepository places, GridRepository grids, VillageRepository villages, BaseRepository base) {
        this.places = places;
        this.grids = grids;
        this.villages = villages;
        this.base = base;
    }

    GridMap load() {
        List<Grid> versions = loadGrids();
        Map<BaseLayer, List<BaseLayer.Feature>> layers = base.listAll().stream()
                .collect(Collectors.groupingBy(
                        BaseRow::layer,
                        () -> new EnumMap<>(BaseLayer.class),
                        Collectors.mapping(BaseRow::feature, Collectors.toList())));
        Place place = places.findById(PlaceRow.ONLY).map(MapLoader::placeOf).orElseGet(Place::undefined);
        return new GridMap(place, versions, layers);
    }

    private static Place placeOf(PlaceRow row) {
        return new Place(
                row.code(), row.name(), row.isSynthetic(), Optional.of(row.outline()), row.version(), row.updatedAt());
    }

    private List<Grid> loadGrids() {
        String all = Scope.everything().like();
        Map<String, List<VillageVersion>> byCode =
                villages.listVersions(all).stream().collect(Collectors.groupingBy(VillageVersion::code));
        List<Grid> versions = new ArrayList<>();
        for (GridVersion grid : grids.listVersions(all)) {
            String villageName = byCode.getOrDefault(grid.villageCode(), List.of()).stream()
                    .filter(village -> village.isValidAt(grid.validFrom()))
                    .map(VillageVersion::name)
                    .findFirst()
                    .orElse(grid.villageCode());
            versions.add(grid.withVillage(villageName));
        }
        return versions;
    }
}
