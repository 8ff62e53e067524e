package org.gridsight.app.dispatch;

import java.util.Optional;
import org.gridsight.app.incidents.Assignees;
import org.gridsight.app.kernel.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The grid workers as incidents may be assigned to them. */
@Component
class WorkerAssignees implements Assignees {

    private final GridWorkerRepository workers;

    WorkerAssignees(GridWorkerRepository workers) {
        this.workers = workers;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Assignee> find(String workerId, Scope scope) {
        return workers.find(workerId, scope.like())
                .map(worker -> new Assignee(worker.workerId(), worker.displayName(), worker.gridCode()));
    }
}
