package org.gridsight.app.kernel;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.spatial.LngLat;

/**
 * A newer value of something of which only the latest counts, such as a position. May be dropped, never queued.
 *
 * @param place of a mover empty when it is no longer to be shown, such as a worker who went off duty
 * @param value what is new besides the place, such as the status of a camera; empty for movers
 * @param version of what else is known of it, so that whoever has an older one asks for it again; 0 for movers
 */
public record LatestChange(
        String stream, String id, String scopeCode, Optional<LngLat> place, Instant at, String value, long version) {

    /** The place of a mover. */
    public LatestChange(String stream, String id, String scopeCode, Optional<LngLat> place, Instant at) {
        this(stream, id, scopeCode, place, at, "", 0);
    }
}
