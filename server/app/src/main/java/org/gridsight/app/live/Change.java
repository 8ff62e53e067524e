package org.gridsight.app.live;

import java.util.Optional;
import org.gridsight.app.kernel.LiveStream;

/**
 * One change of one thing, not yet numbered.
 *
 * @param now where the thing is; for a gone thing where it was
 * @param formerScope the area it was in before, when the room said so
 * @param feature GeoJSON, empty when the thing is gone
 */
record Change(
        LiveStream stream,
        String subject,
        long version,
        Extent now,
        Optional<String> formerScope,
        Optional<String> feature) {

    /** The name of the thing over all streams. */
    String key() {
        return stream.name() + '/' + subject;
    }

    Change withFormerScope(Optional<String> earlier) {
        return new Change(stream, subject, version, now, earlier, feature);
    }
}
