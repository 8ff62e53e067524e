package org.gridsight.app.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.PersonalReads;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.LatestChange;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The grid workers: who they are, who is on duty, where they were last seen. */
@Service
public class Workforce {

    static final String STREAM = "positions";

    private final GridWorkerRepository workers;
    private final LatestPositions positions;
    private final PositionIntake intake;
    private final PositionArchive archive;
    private final PersonalReads reads;
    private final ApplicationEventPublisher events;
    private final DispatchSettings settings;
    private final Clock clock;

    Workforce(
            GridWorkerRepository workers,
            LatestPositions positions,
            PositionIntake intake,
            PositionArchive archive,
            PersonalReads reads,
            ApplicationEventPublisher events,
            DispatchSettings settings,
            Clock clock) {
        this.workers = workers;
        this.positions = positions;
        this.intake = intake;
        this.archive = archive;
        this.reads = reads;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void register(Collection<NewWorker> wanted, String actor) {
        for (NewWorker worker : wanted) {
            workers.save(new GridWorker(worker));
        }
        events.publishEvent(AuditEntry.of(
                actor, "worker.register", "worker/*", "", Map.of("count", Integer.toString(wanted.size()))));
    }

    @Transactional(readOnly = true)
    public long countOnDuty(Scope scope) {
        return workers.countOnDuty(scope.like());
    }

    @Transactional(readOnly = true)
    public boolean isOnDuty(String workerId, Scope scope) {
        return workers.find(workerId, scope.like()).filter(GridWorker::isOnDuty).isPresent();
    }

    /** The nearest worker on duty with a fresh position, as the crow flies; ties by id. */
    @Transactional(readOnly = true)
    public Optional<String> nearestOnDuty(LngLat place, Set<String> except, Scope scope) {
        Instant now = clock.instant();
        return workers.findAll(scope.like()).stream()
                .filter(worker -> !except.contains(worker.workerId()))
                .flatMap(worker -> freshFix(worker, now).stream())
                .min(Comparator.comparingDouble((Fix fix) -> fix.place().metresTo(place))
                        .thenComparing(Fix::workerId))
                .map(Fix::workerId);
    }

    /** In the reader's area; places only for whoever sends or leads them. A look at names and places is on record. */
    @Transactional
    public List<WorkerView> listFor(CurrentUser reader) {
        String area = reader.scope().prefix();
        reads.record(AuditEntry.of(reader.username(), "worker.read", "worker/*", area, Map.of()));
        Instant now = clock.instant();
        return workers.findAll(reader.scope().like()).stream()
                .map(worker ->
                        WorkerView.from(worker, freshFix(worker, now).filter(fix -> reader.seesWherePeopleAre()), now))
                .toList();
    }

    /** The fix of somebody on duty, as long as it is young enough to send that person anywhere. */
    Optional<Fix> freshFix(GridWorker worker, Instant now) {
        return positions
                .find(worker.workerId())
                .filter(fix -> worker.isOnDuty() && fix.isFresh(now, settings.positionMaxAge()));
    }

    @Transactional
    public void setDuty(String workerId, boolean onDuty, String actor) {
        GridWorker worker = require(workerId);
        if (!worker.setDuty(onDuty)) {
            return;
        }
        workers.save(worker);
        events.publishEvent(AuditEntry.of(
                actor, onDuty ? "duty.on" : "duty.off", "worker/" + workerId, worker.gridCode(), Map.of()));
        afterCommit(() -> {
            if (onDuty) {
                positions.open(workerId, clock.instant());
            } else {
                positions.close(workerId);
                hide(worker);
            }
        });
    }

    /**
     * Takes fixes of somebody on duty; a fix older than the newest known only goes to the history.
     *
     * @return which fixes, by their place in the list, are held back because nobody can have travelled so fast
     */
    public List<Integer> locate(String workerId, List<Position> told) {
        GridWorker worker = require(workerId);
        if (!worker.isOnDuty()) {
            throw new Rejected(DispatchReason.OFF_DUTY);
        }
        return intake.take(worker, told);
    }

    WorkerView viewOf(String workerId) {
        Instant now = clock.instant();
        GridWorker worker = require(workerId);
        return WorkerView.from(worker, freshFix(worker, now), now);
    }

    /** The grid that the worker behind an account is responsible for. */
    @Transactional(readOnly = true)
    public String gridOf(CurrentUser user) {
        return require(workerIdOf(user)).gridCode();
    }

    static String workerIdOf(CurrentUser user) {
        return user.workerId().orElseThrow(() -> new Rejected(DispatchReason.NO_WORKER));
    }

    private GridWorker require(String workerId) {
        return workers.find(workerId, Scope.everything().like())
                .orElseThrow(() -> new Rejected(DispatchReason.NO_WORKER));
    }

    private void hide(GridWorker worker) {
        events.publishEvent(
                new LatestChange(STREAM, worker.workerId(), worker.gridCode(), Optional.empty(), clock.instant()));
    }

    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }

    /** Refills memory from the archive, so that a restart does not lose sight of those on duty. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional(readOnly = true)
    public void recall() {
        Duration maxAge = settings.positionMaxAge();
        Map<String, GridWorker> onDuty = workers.findAll(Scope.everything().like()).stream()
                .filter(GridWorker::isOnDuty)
                .collect(java.util.stream.Collectors.toMap(GridWorker::workerId, worker -> worker));
        for (Fix fix : archive.since(clock.instant().minus(maxAge))) {
            GridWorker worker = onDuty.get(fix.workerId());
            if (worker != null) {
                intake.recall(worker, fix);
            }
        }
    }
}
