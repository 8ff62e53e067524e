package org.gridsight.app.riskpoints;

import java.time.LocalDate;
import java.util.Optional;
import org.gridsight.app.grids.GivenPlace;

/** What somebody wants different about a risk point; absent stays as it is. */
record RiskPointChange(
        long version,
        Optional<String> name,
        Optional<RiskCategory> category,
        Optional<RiskLevel> level,
        Optional<RiskStatus> status,
        Optional<String> owner,
        Optional<Integer> cycleDays,
        Optional<LocalDate> reviewedOn,
        Optional<LocalDate> reviewBy,
        Optional<String> note,
        Optional<GivenPlace> place) {}
