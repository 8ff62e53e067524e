package org.gridsight.app.dispatch;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.LatestChange;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Enters grid workers and moves them to other grids, also in the middle of a shift. Open orders stay with whoever has them.
 * What his account may see is the security administrator's to change.
 */
@Service
class WorkerDesk {

    private static final Text UNKNOWN_GRID = new Text("没有编码为 {0} 的网格。", "there is no grid {0}");

    private final GridWorkerRepository workers;
    private final LatestPositions positions;
    private final Grids grids;
    private final ApplicationEventPublisher events;
    private final DispatchSettings settings;
    private final Clock clock;

    WorkerDesk(
            GridWorkerRepository workers,
            LatestPositions positions,
            Grids grids,
            ApplicationEventPublisher events,
            DispatchSettings settings,
            Clock clock) {
        this.workers = workers;
        this.positions = positions;
        this.grids = grids;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    WorkerView enter(WorkerRequest request, CurrentUser user) {
        Faults faults = new Faults();
        NewWorker wanted = request.toNew(faults);
        check(Optional.of(wanted.gridCode()).filter(code -> !code.isEmpty()), faults);
        faults.throwIfAny();
        user.requireScope(wanted.gridCode());
        if (workers.isTaken(wanted.workerId())) {
            throw new Rejected(DispatchReason.ID_TAKEN, wanted.workerId());
        }
        GridWorker saved = workers.saveAndFlush(new GridWorker(wanted));
        events.publishEvent(AuditEntry.of(
                user.username(),
                "worker.enter",
                "worker/" + saved.workerId(),
                saved.gridCode(),
                Map.of("grid", saved.gridCode())));
        return view(saved);
    }

    @Transactional
    WorkerView change(String workerId, WorkerRequest request, CurrentUser user) {
        GridWorker worker = workers.find(workerId, user.scope().like())
                .orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, workerId));
        Faults faults = new Faults();
        WorkerChange change = request.toChange(faults);
        check(change.gridCode(), faults);
        faults.throwIfAny();
        change.gridCode().ifPresent(user::requireScope);
        if (worker.version() != change.version()) {
            throw new Rejected(CommonReason.STALE_VERSION).with("current", view(worker));
        }
        String formerGrid = worker.gridCode();
        worker.describe(change);
        GridWorker saved = save(worker);
        events.publishEvent(AuditEntry.of(
                user.username(), "worker.change", "worker/" + workerId, formerGrid, change.describe(formerGrid)));
        if (!saved.gridCode().equals(formerGrid)) {
            afterCommit(() -> show(saved));
        }
        return view(saved);
    }

    private GridWorker save(GridWorker worker) {
        try {
            return workers.saveAndFlush(worker);
        } catch (OptimisticLockingFailureException another) {
            throw new Rejected(CommonReason.STALE_VERSION);
        }
    }

    private void check(Optional<String> gridCode, Faults faults) {
        gridCode.filter(code -> grids.find(code).isEmpty())
                .ifPresent(unknown -> faults.add("gridCode", UNKNOWN_GRID.with(unknown)));
    }

    private WorkerView view(GridWorker worker) {
        return WorkerView.from(worker, Optional.empty(), clock.instant());
    }

    /** Whoever looks at the new grid sees him there at once; whoever may only see the old one no longer does. */
    private void show(GridWorker worker) {
        positions
                .find(worker.workerId())
                .filter(fix -> worker.isOnDuty() && fix.isFresh(clock.instant(), settings.positionMaxAge()))
                .ifPresent(fix -> events.publishEvent(new LatestChange(
                        Workforce.STREAM, worker.workerId(), worker.gridCode(), Optional.of(fix.place()), fix.at())));
    }

    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }
}
