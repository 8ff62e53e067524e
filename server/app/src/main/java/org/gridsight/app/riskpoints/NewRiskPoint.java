package org.gridsight.app.riskpoints;

import java.time.LocalDate;
import java.util.Optional;
import org.gridsight.app.grids.GivenPlace;

/**
 * A risk point to be entered in the ledger.
 *
 * @param owner the unit that answers for it, never a private person's data
 * @param reviewedOn the last inspection, if there was one
 * @param reviewBy when the next is due, if not a cycle after the last
 */
public record NewRiskPoint(
        String name,
        RiskCategory category,
        RiskLevel level,
        RiskStatus status,
        Care care,
        GivenPlace place,
        String note) {

    /** Who looks after it, how often, when last and when next. */
    public record Care(String owner, int cycleDays, Optional<LocalDate> reviewedOn, Optional<LocalDate> reviewBy) {}
}
