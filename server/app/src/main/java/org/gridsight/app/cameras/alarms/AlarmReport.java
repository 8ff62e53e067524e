package org.gridsight.app.cameras.alarms;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.cameras.KnownFaults;
import org.gridsight.app.cameras.alarms.AlarmCards.Ringer;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.IncidentSource;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;

/** Reports an alarm at the place of its camera, in our own words: what a device writes may name a person or a plate. */
@Component
class AlarmReport {

    private static final CurrentUser CLOCKWORK =
            new CurrentUser("system:alarms", "摄像机告警", Set.of(), Scope.everything(), null, null);
    private static final String SEVERAL = "多台摄像机";

    private final Incidents incidents;
    private final KnownFaults known;
    private final Grids grids;

    AlarmReport(Incidents incidents, KnownFaults known, Grids grids) {
        this.incidents = incidents;
        this.known = known;
        this.grids = grids;
    }

    /** The incident, new or that of the same camera's fault; empty when nobody knows a place inside the township for it. */
    Optional<String> of(Ringer ringer, AlarmKind kind, Instant at) {
        return joined(ringer, kind).or(() -> fresh(ringer, kind, at));
    }

    private Optional<String> joined(Ringer ringer, AlarmKind kind) {
        if (kind.incidentKind() != IncidentKind.CAMERA_FAULT) {
            return Optional.empty();
        }
        Optional<String> open = known.byLook(ringer.id()).map(IncidentView::id).map(Object::toString);
        open.ifPresent(id -> incidents.note(id, "设备也上报「" + kind.text().zh() + "」，并入本事件，只计次数。", CLOCKWORK));
        return open;
    }

    private Optional<String> fresh(Ringer ringer, AlarmKind kind, Instant at) {
        return place(ringer)
                .flatMap(place -> where(place, at))
                .map(where -> incidents.report(
                        new NewIncident(
                                kind.incidentKind(),
                                null,
                                null,
                                title(ringer, kind),
                                description(ringer, kind),
                                null,
                                IncidentSource.VIDEO_ALARM,
                                at,
                                where,
                                null),
                        CLOCKWORK))
                .map(IncidentView::id)
                .map(Object::toString);
    }

    private static Optional<Coordinate> place(Ringer ringer) {
        Double longitude = ringer.longitude();
        Double latitude = ringer.latitude();
        return longitude == null || latitude == null
                ? Optional.empty()
                : Optional.of(new Coordinate(longitude, latitude));
    }

    private Optional<NewIncident.Where> where(Coordinate place, Instant at) {
        return grids.map()
                .check(place, at)
                .grid()
                .map(grid -> new NewIncident.Where(
                        new LngLat(place.x, place.y),
                        grid.code(),
                        grid.name(),
                        grid.villageCode(),
                        grid.villageName(),
                        null,
                        Set.of()));
    }

    private static String name(Ringer ringer) {
        return ringer.id().equals(Alarms.ALL) ? SEVERAL : ringer.name();
    }

    private static String title(Ringer ringer, AlarmKind kind) {
        String name = name(ringer);
        return (name.length() <= 60 ? name : name.substring(0, 60)) + ":"
                + kind.text().zh();
    }

    private static String description(Ringer ringer, AlarmKind kind) {
        String which = ringer.id().equals(Alarms.ALL) ? "短时间内多台设备上报" : "设备上报(摄像机或设备 " + ringer.id() + ")";
        return which + "「" + kind.text().zh() + "」。同类告警并入本事件,只计次数,不再另开新单。";
    }
}
