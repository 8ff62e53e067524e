package org.gridsight.app.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;

/**
 * The map of a day was computed anew and stored in this transaction. Open pages hear of it at once and ask for the map,
 * each as far as it may see.
 */
public record HotspotsRefreshed(LocalDate day, Instant madeAt, String townCode) implements MapChange {

    /** There is one map, which becomes another. */
    static final String ID = "map";

    @Override
    public LiveStream stream() {
        return LiveStream.HOTSPOTS;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public long version() {
        return madeAt.toEpochMilli();
    }

    @Override
    public String scopeCode() {
        return townCode;
    }

    @Override
    public Optional<MapFeature> feature() {
        return Optional.of(notice());
    }

    MapFeature notice() {
        return new MapFeature(
                ID, Optional.empty(), Map.of("id", ID, "version", version(), "day", day, "madeAt", madeAt));
    }
}
