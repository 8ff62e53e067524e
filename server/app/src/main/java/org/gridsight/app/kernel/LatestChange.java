package org.gridsight.app.kernel;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.spatial.LngLat;

/**
 * A newer value of something of which only the latest counts, such as a position. May be dropped, never queued.
 *
 * @param place empty when the thing is no longer to be shown, such as a worker who went off duty
 */
public record LatestChange(String stream, String id, String scopeCode, Optional<LngLat> place, Instant at) {}
