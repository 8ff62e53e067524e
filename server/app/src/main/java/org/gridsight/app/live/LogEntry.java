package org.gridsight.app.live;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A numbered change as every node reads it. The parts of its frame that are the same for all viewers are made once. */
final class LogEntry {

    private final long offset;
    private final Change change;
    private final Optional<Extent> former;
    private final String head;
    private final String feature;
    private final UnaryOperator<String> blanking;
    // made when the first wall asks; two threads may both make it, with the same outcome
    private volatile @Nullable String wallFeature;

    /**
     * @param former where the thing was before, empty when it is new
     * @param head the frame from {@code stream} to {@code version}
     * @param blanking takes from a feature what could name a person
     */
    LogEntry(long offset, Change change, Optional<Extent> former, String head, UnaryOperator<String> blanking) {
        this.offset = offset;
        this.change = change;
        this.former = former;
        this.head = head;
        this.feature = change.feature().orElse("null");
        this.blanking = blanking;
    }

    long offset() {
        return offset;
    }

    Change change() {
        return change;
    }

    Optional<Extent> former() {
        return former;
    }

    String head() {
        return head;
    }

    /** GeoJSON, {@code null} as text when the thing is gone. */
    String feature() {
        return feature;
    }

    /** The same for viewers who must not see what could name a person. */
    String wallFeature() {
        String made = wallFeature;
        if (made == null) {
            made = blanking.apply(feature);
            wallFeature = made;
        }
        return made;
    }

    /** Rough memory of this entry in bytes with both texts, held at two bytes a character at worst. */
    long weight() {
        return 2L * (2L * feature.length() + head.length()) + 200;
    }
}
