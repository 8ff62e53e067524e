package org.gridsight.app.dispatch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The newest fix of each worker on duty. Memory only; the archive refills it after a start. Thread-safe. */
@Component
class LatestPositions {

    private final Map<String, Fix> latest = new ConcurrentHashMap<>();

    /** @return whether this fix is the newest of its worker; an older one is dropped */
    boolean offer(Fix fix) {
        Fix kept = latest.merge(fix.workerId(), fix, (old, given) -> given.at().isAfter(old.at()) ? given : old);
        return kept.equals(fix);
    }

    void forget(String workerId) {
        latest.remove(workerId);
    }

    Optional<Fix> find(String workerId) {
        return Optional.ofNullable(latest.get(workerId));
    }
}
