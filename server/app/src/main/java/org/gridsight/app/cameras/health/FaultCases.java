package org.gridsight.app.cameras.health;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.cameras.Inspections.Inspectable;
import org.gridsight.app.cameras.KnownFaults;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.IncidentStatus;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.incidents.Siting;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Scope;
import org.gridsight.gisdata.crs.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Cases of camera faults in the same closed loop as all others, reported by the product itself. */
@Component
class FaultCases {

    private static final CurrentUser PRODUCT =
            new CurrentUser("system:cameras", "系统自动巡检", Set.of(), Scope.everything(), null, null);

    private static final int LONGEST_NAME = 120;

    private final Incidents incidents;
    private final KnownFaults known;
    private final Siting siting;
    private final Grids grids;

    FaultCases(Incidents incidents, KnownFaults known, Siting siting, Grids grids) {
        this.incidents = incidents;
        this.known = known;
        this.siting = siting;
        this.grids = grids;
    }

    /** The open case that an alarm of the camera's device has become, with a note of what its pictures show. */
    Optional<UUID> join(Inspectable camera, CameraFault fault) {
        Optional<UUID> open = known.byAlarm(camera.cameraId()).map(IncidentView::id);
        open.ifPresent(incident -> note(incident, "自动巡检也发现：" + fault.text().zh() + "。" + fault.advice()));
        return open;
    }

    /** Empty while the place is not set up, so that a case could lie nowhere. */
    Optional<UUID> open(Inspectable camera, CameraFault fault, Instant at) {
        return where(camera, at).map(where -> {
            String name = camera.name().length() <= LONGEST_NAME
                    ? camera.name()
                    : camera.name().substring(0, LONGEST_NAME);
            String words = fault.advice() + " 摄像机编号：" + camera.cameraId() + "。"
                    + (camera.deviceId().isEmpty() ? "" : "国标设备：" + camera.deviceId() + "。")
                    + "由自动巡检连续三次发现。";
            NewIncident incident = new NewIncident(
                    IncidentKind.CAMERA_FAULT,
                    null,
                    null,
                    "摄像机" + fault.text().zh() + "：" + name,
                    words,
                    null,
                    fault.source(),
                    at,
                    where,
                    null);
            return incidents.report(incident, PRODUCT).id();
        });
    }

    /** Where the camera stands; one that stands nowhere or outside of all grids is the whole place's. */
    private Optional<NewIncident.Where> where(Inspectable camera, Instant at) {
        Optional<Coordinate> own = camera.place().map(place -> new Coordinate(place.lng(), place.lat()));
        return own.flatMap(place -> site(place, at))
                .or(() -> grids.place()
                        .outline()
                        .map(Geometry::getInteriorPoint)
                        .flatMap(inside -> site(inside.getCoordinate(), at)));
    }

    private Optional<NewIncident.Where> site(Coordinate place, Instant at) {
        return siting.site(place, Crs.of("WGS84"), at, new Faults());
    }

    Optional<IncidentStatus> status(UUID incident) {
        return incidents.find(incident.toString(), Scope.everything()).map(IncidentView::status);
    }

    boolean isOpen(UUID incident) {
        return status(incident).filter(IncidentStatus::isOpen).isPresent();
    }

    void note(UUID incident, String words) {
        incidents.note(incident.toString(), words, PRODUCT);
    }
}
