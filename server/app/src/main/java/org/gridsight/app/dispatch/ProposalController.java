package org.gridsight.app.dispatch;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.gridsight.app.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who could go to an incident. */
@RestController
class ProposalController {

    private static final int MOST = 50;

    private final Proposals proposals;

    ProposalController(Proposals proposals) {
        this.proposals = proposals;
    }

    record ProposalView(
            String workerId,
            String name,
            @Nullable Long travelSeconds,
            long distanceMetres,
            long positionAgeSeconds,
            boolean available,
            String why) {

        static ProposalView from(Proposals.Proposal proposal, Locale locale) {
            OptionalLong seconds = proposal.journey().seconds();
            return new ProposalView(
                    proposal.workerId(),
                    proposal.name(),
                    seconds.isPresent() ? seconds.getAsLong() : null,
                    proposal.distanceMetres(),
                    proposal.positionAgeSeconds(),
                    proposal.available(),
                    proposal.why().in(locale));
        }
    }

    @GetMapping("/api/incidents/{id}/workers")
    List<ProposalView> list(
            @PathVariable String id, @RequestParam(defaultValue = "5") int limit, CurrentUser user, Locale locale) {
        return proposals.forIncident(id, user, Math.max(1, Math.min(limit, MOST))).stream()
                .map(proposal -> ProposalView.from(proposal, locale))
                .toList();
    }
}
