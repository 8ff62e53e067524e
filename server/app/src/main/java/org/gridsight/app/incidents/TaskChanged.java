package org.gridsight.app.incidents;

import java.util.Optional;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;

/** An order was given, begun, ended or taken back. */
record TaskChanged(TaskView task, IncidentView incident) implements MapChange {

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
    public Optional<MapFeature> feature() {
        return Optional.of(IncidentFeatures.of(task, incident));
    }
}
