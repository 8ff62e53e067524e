package org.gridsight.app.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gridsight.spatial.LngLat;

/** A grid worker on the wire. Age and place are empty when off duty or too old to be used. */
record WorkerView(
        String workerId,
        Optional<String> name,
        String gridCode,
        Set<String> skills,
        boolean onDuty,
        Optional<Long> positionAgeSeconds,
        Optional<LngLat> position,
        long version) {

    static WorkerView from(GridWorker worker, Optional<Fix> fix, Instant now) {
        return new WorkerView(
                worker.workerId(),
                Optional.of(worker.displayName()),
                worker.gridCode(),
                worker.skills(),
                worker.isOnDuty(),
                fix.map(f -> f.age(now).toSeconds()),
                fix.map(Fix::place),
                worker.version());
    }

    /** For the wall: no names of people. */
    WorkerView withoutName() {
        return new WorkerView(
                workerId, Optional.empty(), gridCode, skills, onDuty, positionAgeSeconds, position, version);
    }
}
