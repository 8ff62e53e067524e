package org.gridsight.app.riskpoints;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST} and {@code PATCH /api/risk-points}, bound leniently and checked as a whole. */
record RiskPointRequest(
        @Nullable String name,
        @Nullable String category,
        @Nullable String level,
        @Nullable String status,
        @Nullable String owner,
        @Nullable Integer cycleDays,
        @Nullable String reviewedOn,
        @Nullable String reviewBy,
        @Nullable String note,
        GivenPlace.@Nullable Request location,
        @Nullable Long version) {

    private static final int MOST_DAYS = 3660;
    private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);
    private static final int YEARS_AHEAD = 20;

    private static final Text OUT_OF_BOUNDS =
            new Text("日期须在 {0} 至 {1} 之间,收到 {2}。", "must lie between {0} and {1}, was {2}");

    /** Where it lies is judged by the caller, who adds to the same faults. */
    Optional<GivenPlace> place(Faults faults) {
        return Optional.ofNullable(location).flatMap(at -> at.read("location", faults));
    }

    /** Empty as soon as there is any fault, also one found before. */
    Optional<NewRiskPoint> toNew(Optional<GivenPlace> place, LocalDate today, Faults faults) {
        faults.required("name", name);
        faults.required("category", category);
        faults.required("level", level);
        faults.required("location", location);
        RiskPointChange given = read(0, place, today, faults);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        RiskLevel wanted = given.level().orElseThrow();
        NewRiskPoint.Care care = new NewRiskPoint.Care(
                given.owner().orElse(""),
                given.cycleDays().orElse(wanted.cycleDays()),
                given.reviewedOn(),
                given.reviewBy());
        return Optional.of(new NewRiskPoint(
                given.name().orElseThrow(),
                given.category().orElseThrow(),
                wanted,
                given.status().orElse(RiskStatus.ACTIVE),
                care,
                place.orElseThrow(),
                given.note().orElse("")));
    }

    RiskPointChange toChange(Optional<GivenPlace> place, LocalDate today, Faults faults) {
        long seen = faults.required("version", version).orElse(0L);
        return read(seen, place, today, faults);
    }

    private RiskPointChange read(long seen, Optional<GivenPlace> place, LocalDate today, Faults faults) {
        Optional<Integer> cycle = Optional.ofNullable(cycleDays);
        if (cycle.filter(days -> days < 1 || days > MOST_DAYS).isPresent()) {
            faults.add("cycleDays", new Text("巡查周期须为 1-{0} 天。", "must be 1 to {0} days").with(MOST_DAYS));
        }
        return new RiskPointChange(
                seen,
                faults.text("name", name, 100),
                faults.oneOf("category", category, RiskCategory.class),
                faults.oneOf("level", level, RiskLevel.class),
                faults.oneOf("status", status, RiskStatus.class),
                faults.text("owner", owner, 100),
                cycle,
                date("reviewedOn", reviewedOn, today, faults),
                date("reviewBy", reviewBy, today.plusYears(YEARS_AHEAD), faults),
                faults.text("note", note, 1000),
                place);
    }

    /** A date from the year 2000 to the last that makes sense here. */
    private static Optional<LocalDate> date(String field, @Nullable String value, LocalDate last, Faults faults) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.isBefore(FIRST_DATE) || date.isAfter(last)) {
                faults.add(field, OUT_OF_BOUNDS.with(FIRST_DATE, last, value));
                return Optional.empty();
            }
            return Optional.of(date);
        } catch (DateTimeException e) {
            faults.add(
                    field,
                    new Text("日期须如 2026-03-05,收到 {0}。", "must be a date such as 2026-03-05, was {0}").with(value));
            return Optional.empty();
        }
    }
}
