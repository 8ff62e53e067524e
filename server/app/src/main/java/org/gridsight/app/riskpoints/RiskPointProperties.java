package org.gridsight.app.riskpoints;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A risk point on the wire. Whether its inspection is overdue follows from {@code reviewBy}. */
record RiskPointProperties(
        String id,
        String name,
        RiskCategory category,
        RiskLevel level,
        RiskStatus status,
        String owner,
        int cycleDays,
        Optional<LocalDate> reviewedOn,
        Optional<LocalDate> reviewBy,
        String note,
        String gridCode,
        List<String> locationFlags,
        Instant updatedAt,
        long version) {

    RiskPointProperties withoutPeople() {
        return new RiskPointProperties(
                id,
                name,
                category,
                level,
                status,
                "",
                cycleDays,
                reviewedOn,
                reviewBy,
                "",
                gridCode,
                locationFlags,
                updatedAt,
                version);
    }
}
