package org.gridsight.app.dispatch;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The workforce, and the worker's own duty and position. */
@RestController
@RequestMapping("/api/workers")
class WorkerController {

    private final Workforce workforce;
    private final WorkerDesk desk;
    private final Idempotency idempotency;
    private final DispatchSettings settings;
    private final Clock clock;

    WorkerController(
            Workforce workforce, WorkerDesk desk, Idempotency idempotency, DispatchSettings settings, Clock clock) {
        this.workforce = workforce;
        this.desk = desk;
        this.idempotency = idempotency;
        this.settings = settings;
        this.clock = clock;
    }

    record DutyRequest(@Nullable Boolean onDuty) {}

    /** All workers in scope; {@code next} is always null, a township has some dozens. */
    record Workers(List<WorkerView> items, @Nullable String next) {}

    @GetMapping
    Workers list(CurrentUser user) {
        List<WorkerView> workers = workforce.listFor(user);
        return new Workers(
                user.isScreen() ? workers.stream().map(WorkerView::withoutName).toList() : workers, null);
    }

    @PostMapping
    ResponseEntity<?> enter(
            @RequestBody WorkerRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return idempotency.once(user, key, request, () -> {
            WorkerView entered = desk.enter(request, user);
            return ResponseEntity.created(URI.create("/api/workers/" + entered.workerId()))
                    .body(entered);
        });
    }

    @PatchMapping("/{workerId}")
    WorkerView change(@PathVariable String workerId, @RequestBody WorkerRequest request, CurrentUser user) {
        return desk.change(workerId, request, user);
    }

    /** One's own, without a look at anybody else. */
    @GetMapping("/me")
    WorkerView mine(CurrentUser user) {
        return workforce.viewOf(Workforce.workerIdOf(user));
    }

    @PutMapping("/me/duty")
    WorkerView duty(@RequestBody DutyRequest request, CurrentUser user) {
        Faults faults = new Faults();
        Optional<Boolean> onDuty = faults.required("onDuty", request.onDuty());
        faults.throwIfAny();
        String workerId = Workforce.workerIdOf(user);
        workforce.setDuty(workerId, onDuty.orElseThrow(), user.username());
        return workforce.viewOf(workerId);
    }

    /** @param held places in the list of fixes that jump too far; the next fix there confirms them */
    record Taken(List<Integer> held) {}

    /** 204, or 200 with those that are held back. */
    @PostMapping("/me/positions")
    ResponseEntity<Taken> positions(@RequestBody List<@Nullable PositionRequest> entries, CurrentUser user) {
        String workerId = Workforce.workerIdOf(user);
        List<Integer> held = workforce.locate(
                workerId, PositionRequest.toPositions(entries, clock.instant(), settings.clockTolerance()));
        return held.isEmpty() ? ResponseEntity.noContent().build() : ResponseEntity.ok(new Taken(held));
    }
}
