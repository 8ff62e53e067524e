package org.gridsight.app.dispatch;

import java.time.Instant;
import org.gridsight.spatial.LngLat;

/** A place and when somebody was there; {@code accuracyMetres} is NaN when not told. */
public record Position(LngLat place, double accuracyMetres, Instant at) {}
