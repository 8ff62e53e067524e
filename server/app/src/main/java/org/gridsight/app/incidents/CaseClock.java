package org.gridsight.app.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.OptionalLong;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the step a case is in. Its deadline is stored when the clock starts; a pause keeps what is left and gives
 * it back on resuming. A case that has ended has no running clock.
 *
 * @param limitSeconds on the clock of its unit
 * @param leftSeconds only while paused; negative when it was paused after the deadline
 */
@Embeddable
record CaseClock(
        @Column(name = "clock_step") @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Nullable
        ClockStep step,

        @Column(name = "clock_unit") @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Nullable
        LimitUnit unit,

        @Column(name = "clock_started_at") @Nullable Instant startedAt,
        @Nullable Long limitSeconds,
        @Nullable Instant dueAt,
        @Nullable Instant escalateAt,
        @Nullable Instant pausedAt,
        @Nullable Long leftSeconds,
        boolean pausable,
        boolean extendable) {

    static CaseClock none() {
        return new CaseClock(null, null, null, null, null, null, null, null, false, false);
    }

    static CaseClock started(ClockStep step, TimeLimit limit, Instant now, WorkCalendar calendar) {
        Instant due = calendar.plus(limit.unit(), now, limit.seconds());
        return new CaseClock(
                step, limit.unit(), now, limit.seconds(), due, null, null, null, limit.pausable(), limit.extendable());
    }

    boolean paused() {
        return pausedAt != null;
    }

    /** Seconds left on the clock's own unit, negative when overdue; empty without a clock. */
    OptionalLong left(Instant now, WorkCalendar calendar) {
        if (leftSeconds != null) {
            return OptionalLong.of(leftSeconds);
        }
        if (unit == null || dueAt == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(calendar.secondsBetween(unit, now, dueAt));
    }

    /** The part of the limit that is used, 1 at the deadline; 0 without a clock. */
    double usedShare(Instant now, WorkCalendar calendar) {
        OptionalLong left = left(now, calendar);
        if (limitSeconds == null || limitSeconds == 0 || left.isEmpty()) {
            return 0;
        }
        return Math.max(0, 1 - (double) left.getAsLong() / limitSeconds);
    }

    CaseClock pause(Instant now, WorkCalendar calendar) {
        OptionalLong left = left(now, calendar);
        Long kept = left.isPresent() ? left.getAsLong() : null;
        return new CaseClock(step, unit, startedAt, limitSeconds, dueAt, null, now, kept, pausable, extendable);
    }

    /** Runs on with what was left; the deadline moves by the length of the pause. */
    CaseClock resume(Instant now, WorkCalendar calendar) {
        Instant due = unit == null || leftSeconds == null ? dueAt : calendar.plus(unit, now, leftSeconds);
        return new CaseClock(step, unit, startedAt, limitSeconds, due, null, null, null, pausable, extendable);
    }

    /** A deadline set by a person: from now on the clock counts plain time, and the limit is what was used plus what is left. */
    CaseClock dueBy(Instant due, Instant now, WorkCalendar calendar) {
        OptionalLong left = left(now, calendar);
        long used = limitSeconds == null || left.isEmpty() ? 0 : Math.max(0, limitSeconds - left.getAsLong());
        long limit = used + calendar.secondsBetween(LimitUnit.HOUR, now, due);
        Long kept = paused() ? Long.valueOf(limit - used) : null;
        return new CaseClock(step, LimitUnit.HOUR, startedAt, limit, due, null, pausedAt, kept, pausable, extendable);
    }

    /** With the moment at which this share of the limit will be used; empty when paused, ended or without a share. */
    CaseClock escalatingAt(@Nullable Integer percent, WorkCalendar calendar) {
        Instant at = null;
        if (percent != null && unit != null && dueAt != null && limitSeconds != null && !paused()) {
            at = calendar.plus(unit, dueAt, limitSeconds * (percent - 100) / 100);
        }
        return new CaseClock(
                step, unit, startedAt, limitSeconds, dueAt, at, pausedAt, leftSeconds, pausable, extendable);
    }
}
