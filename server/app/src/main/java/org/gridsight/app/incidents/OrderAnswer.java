package org.gridsight.app.incidents;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the one sent has said to an order. Asked anew when the case begins again.
 *
 * @param unansweredSince when the time to answer ran out; empty again once there is an answer
 */
@Embeddable
record OrderAnswer(
        Instant askedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant onTheWayAt,
        @Nullable Instant unansweredSince) {

    /** What can be said to an open order besides giving it back. */
    enum State {
        ACCEPTED,
        ON_THE_WAY
    }

    static OrderAnswer asked(Instant now) {
        return new OrderAnswer(now, null, null, null);
    }

    boolean says(State state) {
        return (state == State.ACCEPTED ? acceptedAt : onTheWayAt) != null;
    }

    /** Whoever is on the way has accepted, too. */
    OrderAnswer saying(State state, Instant now) {
        Instant accepted = acceptedAt == null ? now : acceptedAt;
        return new OrderAnswer(askedAt, accepted, state == State.ON_THE_WAY ? now : onTheWayAt, null);
    }

    OrderAnswer missedAfter(Duration answerWithin) {
        return new OrderAnswer(askedAt, acceptedAt, onTheWayAt, askedAt.plus(answerWithin));
    }

    boolean isAwaited() {
        return acceptedAt == null && onTheWayAt == null && unansweredSince == null;
    }
}
