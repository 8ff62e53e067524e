package org.gridsight.app.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.grids.Grid;
import org.gridsight.spatial.LngLat;

/**
 * Somebody on duty with a fresh position who could go to a case, and all that decides the order of the list.
 *
 * @param open orders in hand that have not ended, the one under way among them
 * @param skilled trained for this kind of matter
 * @param declined gave this case back before
 * @param readySeconds the way, and for each order in hand the time that one takes
 * @param uncovers grids that nobody free reaches in time once this one is sent
 */
record Proposal(
        Who who,
        Journey journey,
        int open,
        boolean underWay,
        Optional<Instant> restUntil,
        boolean skilled,
        boolean declined,
        boolean homeGrid,
        long readySeconds,
        List<Grid> uncovers) {

    private static final long MINUTE = 60;

    /**
     * The order of the list, and the only place where it is decided: first those who could come at all, the rested, the
     * willing, the free and the trained, each before those who are not; then whoever is ready there in fewer whole
     * minutes; of these the one whose own grid it is; then by seconds. Ties by id, so that the same facts always give the
     * same list.
     */
    static final Comparator<Proposal> BEST_FIRST = Comparator.<Proposal, Boolean>comparing(Proposal::isResting)
            .thenComparing(Proposal::isOutOfReach)
            .thenComparing(Proposal::declined)
            .thenComparing(Proposal::underWay)
            .thenComparing(proposal -> !proposal.skilled())
            .thenComparingLong(proposal -> proposal.readySeconds() / MINUTE)
            .thenComparing(proposal -> !proposal.homeGrid())
            .thenComparingLong(Proposal::readySeconds)
            .thenComparing(proposal -> proposal.who().workerId());

    /** The person and the last known place. */
    record Who(
            String workerId,
            String name,
            String gridCode,
            LngLat place,
            long distanceMetres,
            long positionAgeSeconds) {}

    boolean isResting() {
        return restUntil.isPresent();
    }

    boolean isOutOfReach() {
        return journey.seconds().isEmpty();
    }

    /** Can be sent at once. */
    boolean available() {
        return !underWay && !isResting();
    }

    /** Nothing in hand and not resting: leaves a hole in the town when sent away. */
    boolean isFree() {
        return available() && open == 0;
    }

    Proposal by(Journey routed, long orderTakesSeconds) {
        return new Proposal(
                who,
                routed,
                open,
                underWay,
                restUntil,
                skilled,
                declined,
                homeGrid,
                readySeconds(routed, open, orderTakesSeconds),
                uncovers);
    }

    Proposal leaving(List<Grid> uncovered) {
        return new Proposal(
                who, journey, open, underWay, restUntil, skilled, declined, homeGrid, readySeconds, uncovered);
    }

    static long readySeconds(Journey journey, int open, long orderTakesSeconds) {
        return journey.seconds().orElse(0) + open * orderTakesSeconds;
    }
}
