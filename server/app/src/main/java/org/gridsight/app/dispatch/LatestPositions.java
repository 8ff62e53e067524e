package org.gridsight.app.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The newest fix of each worker on duty. Memory only; the archive refills it after a start. Thread-safe: a fix that is
 * on its way while its worker goes off duty finds the door shut.
 */
@Component
class LatestPositions {

    private final Map<String, Fix> latest = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> openedAt = new ConcurrentHashMap<>();

    /** @return whether this fix is the newest of its worker; an older one is dropped */
    boolean offer(Fix fix) {
        Fix kept = latest.compute(fix.workerId(), (id, old) -> {
            if (closed.contains(id)) {
                return old;
            }
            return old == null || fix.at().isAfter(old.at()) ? fix : old;
        });
        return fix.equals(kept);
    }

    /** Takes fixes of this worker again, those from now on. */
    void open(String workerId, Instant now) {
        openedAt.put(workerId, now);
        closed.remove(workerId);
    }

    /** Off duty, or not yet on duty at that time; nothing is known of the time before a restart. */
    boolean isClosed(String workerId, Instant at) {
        Instant since = openedAt.get(workerId);
        return closed.contains(workerId) || since != null && at.isBefore(since);
    }

    /** Forgets the worker and takes no fix of his until {@link #open}. */
    void close(String workerId) {
        closed.add(workerId);
        openedAt.remove(workerId);
        latest.remove(workerId);
    }

    Optional<Fix> find(String workerId) {
        return Optional.ofNullable(latest.get(workerId));
    }
}
