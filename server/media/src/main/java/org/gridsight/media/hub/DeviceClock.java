package org.gridsight.media.hub;

import java.time.Duration;
import java.time.Instant;

/**
 * What a camera last told of its own wall clock within its stream.
 *
 * @param shown by the camera's clock
 * @param at when that came, by ours
 */
public record DeviceClock(Instant shown, Instant at) {

    /** How far it ran ahead of ours; negative for one that is behind. */
    public double driftSeconds() {
        return Duration.between(at, shown).toMillis() / 1000.0;
    }
}
