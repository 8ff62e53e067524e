package org.gridsight.app.live;

import java.util.Optional;

/**
 * A numbered change as every node reads it. The parts of its frame that are the same for all viewers are made once.
 *
 * @param former where the thing was before, empty when it is new
 * @param head the frame from {@code stream} to {@code version}
 * @param feature GeoJSON, {@code null} as text when gone
 * @param wallFeature the same for viewers who must not see what could name a person
 */
record LogEntry(long offset, Change change, Optional<Extent> former, String head, String feature, String wallFeature) {

    /** Rough memory of this entry in bytes: texts are held at two bytes a character at worst. */
    long weight() {
        long shared = feature.equals(wallFeature) ? 0 : wallFeature.length();
        return 2L * (feature.length() + shared + head.length()) + 200;
    }
}
