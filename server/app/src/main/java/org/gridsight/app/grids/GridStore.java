package org.gridsight.app.grids;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.app.kernel.Scope;
import org.springframework.stereotype.Component;

/** Writes versions of grids and villages, and layers. Runs in the caller's transaction, which holds the place's row. */
@Component
class GridStore {

    private static final String ALL = Scope.everything().like();

    private final GridRepository grids;
    private final VillageRepository villages;
    private final BaseRepository base;
    private final EntityManager rows;

    GridStore(GridRepository grids, VillageRepository villages, BaseRepository base, EntityManager rows) {
        this.grids = grids;
        this.villages = villages;
        this.base = base;
        this.rows = rows;
    }

    boolean hasGrids() {
        return grids.count() > 0;
    }

    List<String> listRetiredCodes(Instant time) {
        return grids.listRetiredCodes(ALL, time);
    }

    /** How many villages the new map has. */
    int replace(List<NewGrid> wanted, Instant validFrom) {
        grids.endAt(ALL, validFrom);
        villages.endAt(ALL, validFrom);
        Map<String, VillageVersion> newVillages = new HashMap<>();
        for (NewGrid grid : wanted) {
            newVillages.computeIfAbsent(
                    grid.villageCode(), code -> new VillageVersion(code, grid.villageName(), validFrom));
            rows.persist(new GridVersion(grid, Shapes.areas(grid.shape()), validFrom));
        }
        newVillages.values().forEach(rows::persist);
        return newVillages.size();
    }

    void putLayer(BaseLayer layer, List<BaseLayer.Feature> features) {
        base.clear(layer.name());
        for (int i = 0; i < features.size(); i++) {
            BaseLayer.Feature feature = features.get(i);
            rows.persist(new BaseRow(layer, i, feature, Shapes.plain(feature.shape())));
        }
    }
}
