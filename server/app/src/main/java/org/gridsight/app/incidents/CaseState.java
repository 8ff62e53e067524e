package org.gridsight.app.incidents;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a case that a move may change. A value: undo and unmerge put a former one back whole.
 *
 * @param mergedInto seq of the case this one went into
 * @param outcome of the last revisit
 * @param levelRule the version of the rule that gave the level
 */
@Embeddable
record CaseState(
        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        IncidentStatus status,

        @Nullable String unitId,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        Complexity complexity,

        CaseClock clock,
        Tally tally,
        @Nullable Long mergedInto,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Nullable
        RevisitOutcome outcome,

        @Nullable Instant closedAt,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Nullable
        IncidentLevel level,

        @Nullable String levelRule) {

    static CaseState reported(Complexity complexity, CaseClock clock) {
        IncidentStatus first = IncidentStatus.REPORTED;
        return new CaseState(first, null, complexity, clock, Tally.none(), null, null, null, null, null);
    }

    CaseState to(IncidentStatus next) {
        return new CaseState(next, unitId, complexity, clock, tally, mergedInto, outcome, closedAt, level, levelRule);
    }

    CaseState with(CaseClock other) {
        return new CaseState(status, unitId, complexity, other, tally, mergedInto, outcome, closedAt, level, levelRule);
    }

    CaseState with(Complexity other) {
        return new CaseState(status, unitId, other, clock, tally, mergedInto, outcome, closedAt, level, levelRule);
    }

    CaseState with(Tally other) {
        return new CaseState(status, unitId, complexity, clock, other, mergedInto, outcome, closedAt, level, levelRule);
    }

    CaseState sentTo(@Nullable String unit) {
        return new CaseState(status, unit, complexity, clock, tally, mergedInto, outcome, closedAt, level, levelRule);
    }

    CaseState mergedInto(long target) {
        return new CaseState(status, unitId, complexity, clock, tally, target, outcome, closedAt, level, levelRule);
    }

    CaseState answered(@Nullable RevisitOutcome answer) {
        return new CaseState(status, unitId, complexity, clock, tally, mergedInto, answer, closedAt, level, levelRule);
    }

    CaseState closedAt(@Nullable Instant at) {
        return new CaseState(status, unitId, complexity, clock, tally, mergedInto, outcome, at, level, levelRule);
    }

    CaseState rated(@Nullable IncidentLevel rating, String rule) {
        String given = rating == null ? null : rule;
        return new CaseState(status, unitId, complexity, clock, tally, mergedInto, outcome, closedAt, rating, given);
    }
}
