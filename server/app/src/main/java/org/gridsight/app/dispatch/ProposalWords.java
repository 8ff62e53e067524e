package org.gridsight.app.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Text;

/** Says why a proposal stands where it stands. */
record ProposalWords(double detourFactor, double restAfterHours, long coverWithinSeconds) {

    /** What goes without saying: left out of the one sentence. */
    private static final Set<ProposalReason> UNSAID = Set.of(ProposalReason.SKILLED);

    /** One reason with its words. */
    record Said(ProposalReason code, String zh, String en) {

        static Said of(ProposalReason code, Object... arguments) {
            Text words = code.words().with(arguments);
            return new Said(code, words.zh(), words.en());
        }
    }

    List<Said> reasons(Proposal proposal) {
        List<Said> reasons = new ArrayList<>();
        if (proposal.isFree()) {
            reasons.add(Said.of(ProposalReason.FREE));
        } else if (proposal.underWay()) {
            reasons.add(Said.of(ProposalReason.BUSY));
        }
        if (proposal.open() > (proposal.underWay() ? 1 : 0)) {
            reasons.add(Said.of(ProposalReason.LOAD, proposal.open()));
        }
        if (proposal.isResting()) {
            reasons.add(Said.of(ProposalReason.RESTING, restAfterHours));
        }
        if (proposal.declined()) {
            reasons.add(Said.of(ProposalReason.DECLINED));
        }
        if (proposal.homeGrid()) {
            reasons.add(Said.of(ProposalReason.HOME_GRID));
        }
        reasons.add(Said.of(proposal.skilled() ? ProposalReason.SKILLED : ProposalReason.NOT_SKILLED));
        reasons.add(way(proposal.journey()));
        return reasons;
    }

    private Said way(Journey journey) {
        return switch (journey.basis()) {
            case BY_ROAD -> Said.of(ProposalReason.ROAD);
            case NO_WAY -> Said.of(ProposalReason.NO_WAY);
            case STRAIGHT_LINE -> Said.of(ProposalReason.ESTIMATE, Double.toString(detourFactor));
        };
    }

    static Text sentence(List<Said> reasons) {
        List<Said> said = reasons.stream()
                .filter(reason -> !UNSAID.contains(reason.code()))
                .toList();
        return new Text(
                said.stream().map(Said::zh).collect(Collectors.joining("，")),
                said.stream().map(Said::en).collect(Collectors.joining(", ")));
    }
}
