package org.gridsight.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.LatestChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What happens to fixes of somebody on duty, in order: no fix is younger than now; one from before coming on duty is dropped; a jump waits until it is confirmed;
 * the newest is kept in memory and told to open maps; all go to the history in batches. Nothing here waits for the
 * database, so a flood of fixes costs no more than a trickle.
 */
@Component
class PositionIntake {

    private final LatestPositions positions;
    private final JumpFilter jumps;
    private final PositionArchive archive;
    private final ApplicationEventPublisher events;
    private final DispatchSettings settings;
    private final Clock clock;

    PositionIntake(
            LatestPositions positions,
            JumpFilter jumps,
            PositionArchive archive,
            ApplicationEventPublisher events,
            DispatchSettings settings,
            Clock clock) {
        this.positions = positions;
        this.jumps = jumps;
        this.archive = archive;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return which of the fixes, by their place in the list, are held back as jumps */
    List<Integer> take(GridWorker worker, List<Position> told) {
        Instant now = clock.instant();
        List<Integer> held = new ArrayList<>();
        Optional<Fix> moved = Optional.empty();
        for (int i = 0; i < told.size(); i++) {
            Fix fix = Fix.of(worker.workerId(), told.get(i)).notAfter(now);
            // the device's clock may lag a little behind the moment of coming on duty
            if (positions.isClosed(worker.workerId(), fix.at().plus(settings.clockTolerance()))) {
                continue;
            }
            if (!jumps.believes(positions.find(worker.workerId()), fix)) {
                held.add(i);
                continue;
            }
            if (positions.offer(fix)) {
                moved = Optional.of(fix);
            }
            archive.add(fix, now);
        }
        moved.ifPresent(fix -> show(worker, fix));
        return held;
    }

    /** Keeps a fix that was taken before a restart. */
    void recall(GridWorker worker, Fix fix) {
        if (positions.offer(fix)) {
            show(worker, fix);
        }
    }

    private void show(GridWorker worker, Fix fix) {
        events.publishEvent(new LatestChange(
                Workforce.STREAM, worker.workerId(), worker.gridCode(), Optional.of(fix.place()), fix.at()));
    }
}
