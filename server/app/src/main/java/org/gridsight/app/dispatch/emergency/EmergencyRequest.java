package org.gridsight.app.dispatch.emergency;

import java.time.Duration;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/emergencies}. */
record EmergencyRequest(
        @Nullable String reason,
        @Nullable Double hours,
        @Nullable String scope) {

    private static final double MOST_HOURS = 12;
    private static final int LONGEST_REASON = 500;
    private static final Text HOURS = new Text("须大于 0,不超过 {0} 小时。", "more than 0 and at most {0} hours");
    private static final Text AREA = new Text("须为区划或网格代码(数字)。", "must be an area or grid code of digits");

    /** What a leader wants: why, how long, and where, his whole area when he names none. */
    record Wish(String reason, Duration span, Scope area) {}

    Wish check(Scope own) {
        Faults faults = new Faults();
        faults.required("reason", reason);
        Optional<String> why = faults.text("reason", reason, LONGEST_REASON);
        Optional<Double> given = faults.required("hours", hours);
        if (given.filter(value -> !(value > 0 && value <= MOST_HOURS)).isPresent()) {
            faults.add("hours", HOURS.with((int) MOST_HOURS));
        }
        if (scope != null && !scope.matches("\\d{1,20}")) {
            faults.add("scope", AREA);
        }
        faults.throwIfAny();
        Scope area = scope == null ? own : new Scope(scope);
        return new Wish(why.orElseThrow(), Duration.ofSeconds(Math.round(given.orElseThrow() * 3_600)), area);
    }
}
