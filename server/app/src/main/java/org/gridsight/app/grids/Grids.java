package org.gridsight.app.grids;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Scope;
import org.gridsight.gisdata.codes.GridCodeForm;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Service;

/** Answers which grid a place belongs to. From memory; inside a transaction the version is confirmed with the database. */
@Service
public class Grids {

    private final MapKeeper keeper;
    private final Clock clock;
    private final GridSettings settings;

    Grids(MapKeeper keeper, Clock clock, GridSettings settings) {
        this.keeper = keeper;
        this.clock = clock;
        this.settings = settings;
    }

    /** How grid codes look in this region. */
    public GridCodeForm codeForm() {
        return settings.codeForm();
    }

    /** The map as of now. A bulk import asks once and keeps it, so that all its rows meet the same map. */
    public GridMap map() {
        return keeper.current();
    }

    public Optional<GridAt> at(LngLat place, Instant time) {
        return map().at(place, time);
    }

    /** Judges a place that somebody gave; x is longitude, unchecked. */
    public LocationCheck check(Coordinate given, Instant time) {
        return map().check(given, time);
    }

    /** The latest version of a grid, also of one that has ended. */
    public Optional<Grid> find(String code) {
        return map().find(code);
    }

    /** The present grids, by code. */
    public List<Grid> list(Scope scope) {
        return map().list(scope, clock.instant());
    }

    public Place place() {
        return map().place();
    }

    /** Whether the place has an outline; it takes incidents once it has grids too. */
    public boolean isSetUp() {
        return place().setUp();
    }
}
