package org.gridsight.app.incidents;

import java.util.Optional;
import org.gridsight.app.kernel.MapFeature;

/** Incidents and orders as features of the live map. Free text stays away from it: anybody in scope hears the stream. */
final class IncidentFeatures {

    private IncidentFeatures() {}

    static MapFeature of(IncidentView incident) {
        return new MapFeature(
                incident.id().toString(), Optional.of(Spot.point(incident.place())), incident.withoutText());
    }

    static MapFeature of(TaskView task, IncidentView incident) {
        return new MapFeature(task.id().toString(), Optional.of(Spot.point(incident.place())), task);
    }
}
