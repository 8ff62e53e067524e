package org.gridsight.app.incidents;

import org.jspecify.annotations.Nullable;

/**
 * Which attention one case deserves: the part of the default warning rules (domain.md section 6) that looks at a single
 * case. A changed rule gets a new name, so that every stored level says by which it was given.
 */
final class AttentionRule {

    static final String NAME = "case-1";

    private static final double NEARLY_USED = 0.8;

    private AttentionRule() {}

    /** @param usedShare the part of the running time limit that is used */
    static @Nullable IncidentLevel level(Matter matter, CaseState state, double usedShare) {
        int reopens = state.tally().reopens();
        if (matter.scale() == IncidentScale.MAJOR_GROUP || state.tally().escalation() >= 2) {
            return IncidentLevel.RED;
        }
        if (matter.scale() == IncidentScale.GROUP || reopens >= 2) {
            return IncidentLevel.YELLOW;
        }
        boolean hard = matter.kind() == IncidentKind.DISPUTE && state.complexity() == Complexity.COMPLEX;
        return hard || reopens == 1 || usedShare >= NEARLY_USED ? IncidentLevel.BLUE : null;
    }
}
