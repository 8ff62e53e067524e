package org.gridsight.app.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.gridsight.app.grids.Grid;
import org.jspecify.annotations.Nullable;

/**
 * A row of those who could go, on the wire.
 *
 * @param travelSeconds null when no road leads there
 * @param basis ROAD or STRAIGHT_LINE: what the times were taken from
 * @param why the reasons as one sentence in the reader's language
 * @param leavesUncovered grids that nobody free reaches in time once this one is sent
 */
record ProposalView(
        String workerId,
        String name,
        @Nullable Long travelSeconds,
        long distanceMetres,
        long positionAgeSeconds,
        boolean available,
        String why,
        boolean skilled,
        boolean homeGrid,
        int load,
        boolean underWay,
        @Nullable Instant restUntil,
        String basis,
        String gridCode,
        List<Uncovered> leavesUncovered,
        long coverWithinSeconds,
        List<ProposalWords.Said> reasons) {

    /** A grid left alone. */
    record Uncovered(String gridCode, String gridName) {

        static Uncovered of(Grid grid) {
            return new Uncovered(grid.code(), grid.name());
        }
    }

    static ProposalView from(Proposal proposal, ProposalWords words, Locale locale) {
        OptionalLong seconds = proposal.journey().seconds();
        List<ProposalWords.Said> reasons = words.reasons(proposal);
        Proposal.Who who = proposal.who();
        return new ProposalView(
                who.workerId(),
                who.name(),
                seconds.isPresent() ? seconds.getAsLong() : null,
                who.distanceMetres(),
                who.positionAgeSeconds(),
                proposal.available(),
                ProposalWords.sentence(reasons).in(locale),
                proposal.skilled(),
                proposal.homeGrid(),
                proposal.open(),
                proposal.underWay(),
                proposal.restUntil().orElse(null),
                proposal.journey().basis() == Journey.Basis.STRAIGHT_LINE ? "STRAIGHT_LINE" : "ROAD",
                who.gridCode(),
                proposal.uncovers().stream().map(Uncovered::of).toList(),
                words.coverWithinSeconds(),
                reasons);
    }
}
