package org.gridsight.app.incidents;

import jakarta.persistence.Embeddable;

/**
 * What has happened to a case besides its moves.
 *
 * @param extended its one extension is used
 * @param escalation 0, or 1 unit head, 2 town leader, 3 county; never falls by itself
 */
@Embeddable
record Tally(boolean extended, int escalation, int returns, int reopens) {

    static Tally none() {
        return new Tally(false, 0, 0, 0);
    }

    Tally asExtended() {
        return new Tally(true, escalation, returns, reopens);
    }

    Tally escalated(int level) {
        return new Tally(extended, Math.max(escalation, level), returns, reopens);
    }

    Tally returned() {
        return new Tally(extended, escalation, returns + 1, reopens);
    }

    Tally reopened() {
        return new Tally(extended, escalation, returns, reopens + 1);
    }
}
