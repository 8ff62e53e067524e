package org.gridsight.app.kernel;

import java.time.Instant;
import org.gridsight.spatial.LngLat;

/** A newer value of something of which only the latest counts, such as a position. May be dropped, never queued. */
public record LatestChange(String stream, String id, String scopeCode, LngLat place, Instant at) {}
