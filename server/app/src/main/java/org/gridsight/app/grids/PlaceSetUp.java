package org.gridsight.app.grids;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts outline, grids and base map in their place. Each call is one transaction and one line of the audit trail; the map
 * in memory follows after the commit. Changes of the map come one after the other.
 */
@Service
public class PlaceSetUp {

    /** From here on the first map is valid, so that what happened before the set-up finds its grid too. */
    public static final Instant BEGINNING = Instant.EPOCH;

    private final PlaceRepository places;
    private final GridStore store;
    private final MapKeeper keeper;
    private final ApplicationEventPublisher events;
    private final List<GridUse> users;
    private final Clock clock;
    private final GridSettings settings;

    PlaceSetUp(
            PlaceRepository places,
            GridStore store,
            MapKeeper keeper,
            ApplicationEventPublisher events,
            List<GridUse> users,
            Clock clock,
            GridSettings settings) {
        this.places = places;
        this.store = store;
        this.keeper = keeper;
        this.events = events;
        this.users = List.copyOf(users);
        this.clock = clock;
        this.settings = settings;
    }

    /** Refuses when the place has another version than the one the caller has seen; holds it until the commit. */
    @Transactional
    public void expectVersion(long seen) {
        if (places.lock().filter(row -> row.version() == seen).isEmpty()) {
            throw new Rejected(GridReason.STALE_VERSION)
                    .with("current", PlaceView.of(keeper.current().place(), Optional.empty()));
        }
    }

    /**
     * From when a new map should be valid: now, or from the beginning as long as nothing was ever filed under the present
     * one, which then was a draft.
     */
    @Transactional(readOnly = true)
    public Instant startOfNextMap() {
        boolean inUse = store.hasGrids() && users.stream().anyMatch(GridUse::isInUse);
        return inUse ? clock.instant() : BEGINNING;
    }

    /**
     * Defines the place or changes its outline and name; the code stays once grids carry it.
     *
     * @param code 9 digits
     * @param outline polygon or multipolygon in CGCS2000 degrees
     */
    @Transactional
    public void define(String code, String name, Geometry outline, boolean synthetic, String actor) {
        MultiPolygon shape = checked(code, name, outline);
        PlaceRow row = places.lock().orElseGet(() -> new PlaceRow(code));
        if (!row.code().equals(code) && store.hasGrids()) {
            throw new Rejected(GridReason.CODE_FIXED, row.code());
        }
        row.describe(code, name.strip(), shape, synthetic);
        changed(row, actor, "place.define", Map.of("name", name.strip(), "synthetic", String.valueOf(synthetic)));
    }

    private static MultiPolygon checked(String code, String name, Geometry outline) {
        Faults faults = new Faults();
        if (!code.matches("\\d{9}")) {
            faults.add("code", new Text("区划代码须为 9 位数字,收到 {0}。", "must be 9 digits, was {0}").with(code));
        }
        faults.required("name", name);
        faults.text("name", name, 100);
        MultiPolygon shape = Shapes.areas(outline);
        if (shape.isEmpty() || !shape.isValid() || !Shapes.inDegrees(shape)) {
            faults.add("outline", new Text("边界须为有效的面。", "the outline must be a valid area"));
        }
        faults.throwIfAny();
        return shape;
    }

    /**
     * Replaces the whole map from a moment on. What was valid then ends there; grids that go on keep their code.
     *
     * @param validFrom an earlier moment than that of the present map replaces it as if it had never been
     * @throws Rejected {@code grids.bad-map} with every fault
     */
    @Transactional
    public void replaceGrids(List<NewGrid> grids, Instant validFrom, String actor) {
        PlaceRow row = places.lock().orElseThrow(() -> new Rejected(GridReason.NOT_DEFINED));
        new NewMapCheck(row.code(), settings.codeForm(), store.listRetiredCodes(validFrom)).check(grids);
        int villages = store.replace(grids, validFrom);
        Map<String, String> details = new TreeMap<>();
        details.put("grids", String.valueOf(grids.size()));
        details.put("villages", String.valueOf(villages));
        details.put("validFrom", validFrom.toString());
        changed(row, actor, "grids.replace", details);
    }

    /** Replaces one layer of the base map. */
    @Transactional
    public void putLayer(BaseLayer layer, List<BaseLayer.Feature> features, String actor) {
        PlaceRow row = places.lock().orElseThrow(() -> new Rejected(GridReason.NOT_DEFINED));
        store.putLayer(layer, features);
        Map<String, String> details = Map.of("layer", layer.wireName(), "features", String.valueOf(features.size()));
        changed(row, actor, "place.layer", details);
    }

    private void changed(PlaceRow row, String actor, String action, Map<String, String> details) {
        row.touch(clock.instant());
        places.saveAndFlush(row);
        keeper.reloadAfterCommit();
        events.publishEvent(new MapEdited(actor, action, row.code(), details));
    }
}
