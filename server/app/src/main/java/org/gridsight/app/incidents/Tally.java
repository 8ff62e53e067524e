package org.gridsight.app.incidents;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a case besides its moves.
 *
 * @param extended its one extension is used
 * @param unreached how often in a row the reporter was not reached, at {@code unreachedAt} last
 * @param escalation 0, or 1 unit head, 2 town leader, 3 county; never falls by itself
 */
@Embeddable
record Tally(
        boolean extended,
        int escalation,
        int returns,
        int reopens,
        int unreached,
        @Nullable Instant unreachedAt) {

    static Tally none() {
        return new Tally(false, 0, 0, 0, 0, null);
    }

    Tally asExtended() {
        return new Tally(true, escalation, returns, reopens, unreached, unreachedAt);
    }

    Tally escalated(int level) {
        return new Tally(extended, Math.max(escalation, level), returns, reopens, unreached, unreachedAt);
    }

    Tally returned() {
        return new Tally(extended, escalation, returns + 1, reopens, unreached, unreachedAt);
    }

    Tally reopened() {
        return new Tally(extended, escalation, returns, reopens + 1, 0, null);
    }

    Tally notReached(Instant at) {
        return new Tally(extended, escalation, returns, reopens, unreached + 1, at);
    }

    /** The case was handled anew: its reporter is asked anew. */
    Tally verified() {
        return new Tally(extended, escalation, returns, reopens, 0, null);
    }
}
