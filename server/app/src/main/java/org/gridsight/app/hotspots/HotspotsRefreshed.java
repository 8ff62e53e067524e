package org.gridsight.app.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The map of a day was computed anew and stored in this transaction. The day and the time name it. */
public record HotspotsRefreshed(LocalDate day, Instant madeAt, List<Hotspot> hotspots) {

    public HotspotsRefreshed {
        hotspots = List.copyOf(hotspots);
    }
}
