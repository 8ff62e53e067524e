package org.gridsight.app.incidents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;

/**
 * An order was given, begun, ended or taken back. Heard where its case is heard, and by the one it sends until it ends.
 */
record TaskChanged(TaskView task, IncidentView incident) implements MapChange {

    static TaskChanged of(Assignment order, IncidentView incident) {
        return new TaskChanged(TaskView.of(order, incident), incident);
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
    public String scopeCode() {
        return incident.gridCode();
    }

    @Override
    public List<String> alsoWorkers() {
        return task.status().isActive() ? Stream.ofNullable(task.workerId()).toList() : List.of();
    }

    @Override
    public Optional<MapFeature> feature() {
        return Optional.of(IncidentFeatures.of(task, incident));
    }
}
