package org.gridsight.app.incidents;

import java.util.Optional;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;

/** An order was given, begun, ended or taken back. */
record TaskChanged(TaskView task, IncidentView incident, String scopeCode) implements MapChange {

    static TaskChanged of(Assignment order, IncidentView incident) {
        return new TaskChanged(TaskView.of(order, incident), incident, order.scopeCode());
    }

    @Override
    public LiveStream stream() {
        return LiveStream.TASKS;
    }

    @Override
    public String id() {
        return task.id().toString();
    }

    @Override
    public long version() {
        return task.version();
    }

    @Override
    public Optional<MapFeature> feature() {
        return Optional.of(IncidentFeatures.of(task, incident));
    }
}
