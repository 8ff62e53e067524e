package org.gridsight.app.cameras;

import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/cameras/<id>/ptz/aim}: at an incident, or at a place. */
record AimRequest(@Nullable String ticket, @Nullable String incidentId, GivenPlace.@Nullable Request location) {

    /** @param incidentId empty when a place was given */
    record Goal(LngLat place, Optional<String> incidentId) {}

    Goal check(Incidents incidents, CurrentUser user) {
        Faults faults = new Faults();
        boolean byIncident = incidentId != null && !incidentId.isBlank();
        Optional<Goal> goal = byIncident ? incident(incidents, user, faults) : place(faults);
        faults.throwIfAny();
        return goal.orElseThrow();
    }

    private Optional<Goal> incident(Incidents incidents, CurrentUser user, Faults faults) {
        Optional<IncidentView> found = incidents.find(String.valueOf(incidentId), user);
        if (found.isEmpty()) {
            faults.add("incidentId", new Text("没有这个事件。", "there is no such incident"));
        }
        return found.map(view -> new Goal(view.place(), Optional.of(view.id().toString())));
    }

    private Optional<Goal> place(Faults faults) {
        return faults.required("location", location)
                .flatMap(given -> given.read("location", faults))
                .flatMap(given -> {
                    double lng = given.degrees().x;
                    double lat = given.degrees().y;
                    if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) {
                        return Optional.of(new Goal(new LngLat(lng, lat), Optional.empty()));
                    }
                    faults.add("location", new Text("须为 [经度, 纬度]。", "must be [longitude, latitude]"));
                    return Optional.empty();
                });
    }

    /** Without the ticket. */
    @Override
    public String toString() {
        return "AimRequest";
    }
}
