package org.gridsight.app.incidents;

import java.util.Optional;
import org.gridsight.app.kernel.MapFeature;

/** Incidents and orders as features of the live map. The room live takes free text out for the wall. */
final class IncidentFeatures {

    private IncidentFeatures() {}

    static MapFeature of(IncidentView incident) {
        return new MapFeature(incident.id().toString(), Optional.of(Spot.point(incident.place())), incident);
    }

    static MapFeature of(TaskView task, IncidentView incident) {
        return new MapFeature(task.id().toString(), Optional.of(Spot.point(incident.place())), task);
    }
}
