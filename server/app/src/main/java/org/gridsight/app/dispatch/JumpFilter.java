package org.gridsight.app.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Holds back a fix that nobody can have travelled to since the last one, until a second fix confirms the new place. A
 * receiver that loses its satellites may show a place kilometres away for a moment. One suspect is kept for each worker.
 */
@Component
class JumpFilter {

    /** 250 km/h: faster than any road, slower than what a broken fix looks like. */
    private static final double FASTEST_METRES_PER_SECOND = 70;

    private static final double USUAL_ACCURACY_METRES = 50;
    private static final double WORST_ACCURACY_METRES = 1_000;

    private final Map<String, Fix> suspects = new ConcurrentHashMap<>();

    /** @return whether to believe this fix, the newest being known */
    boolean believes(Optional<Fix> newest, Fix fix) {
        if (newest.isEmpty() || isReachable(newest.get(), fix)) {
            suspects.remove(fix.workerId());
            return true;
        }
        Fix suspect = suspects.put(fix.workerId(), fix);
        boolean confirmed = suspect != null && !suspect.at().equals(fix.at()) && isReachable(suspect, fix);
        if (confirmed) {
            suspects.remove(fix.workerId());
        }
        return confirmed;
    }

    private static boolean isReachable(Fix from, Fix to) {
        double seconds = Math.abs(Duration.between(from.at(), to.at()).toMillis()) / 1_000.0;
        double slack = accuracy(from) + accuracy(to);
        return from.place().metresTo(to.place()) <= FASTEST_METRES_PER_SECOND * seconds + slack;
    }

    private static double accuracy(Fix fix) {
        double told = Double.isNaN(fix.accuracyMetres()) ? USUAL_ACCURACY_METRES : fix.accuracyMetres();
        return Math.min(Math.max(told, 0), WORST_ACCURACY_METRES);
    }
}
