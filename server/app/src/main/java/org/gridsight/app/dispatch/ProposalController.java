package org.gridsight.app.dispatch;

import java.util.List;
import java.util.Locale;
import org.gridsight.app.access.CurrentUser;
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

    @GetMapping("/api/incidents/{id}/workers")
    List<ProposalView> list(
            @PathVariable String id, @RequestParam(defaultValue = "5") int limit, CurrentUser user, Locale locale) {
        ProposalWords words = proposals.words();
        return proposals.forIncident(id, user, Math.max(1, Math.min(limit, MOST))).stream()
                .map(proposal -> ProposalView.from(proposal, words, locale))
                .toList();
    }
}
