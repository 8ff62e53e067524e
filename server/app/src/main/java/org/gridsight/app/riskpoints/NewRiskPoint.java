package org.gridsight.app.riskpoints;

import java.time.LocalDate;
import java.util.Optional;
import org.gridsight.app.grids.GivenPlace;

/**
 * A risk point to be entered in the ledger.
 *
 * @param owner the unit that answers for it, never a private person's data
 * @param reviewedOn the last inspection, if there was one; the next is due a cycle later
 */
public record NewRiskPoint(
        String name, RiskCategory category, RiskLevel level, Care care, GivenPlace place, String note) {

    /** Who looks after it, how often, and when last. */
    public record Care(String owner, int cycleDays, Optional<LocalDate> reviewedOn) {}
}
