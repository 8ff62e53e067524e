package org.gridsight.app.cameras.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.IncidentSource;
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

/** The case of a disk without room, in the same closed loop as all others. */
@Component
class DiskCases {

    private static final CurrentUser PRODUCT =
            new CurrentUser(ClipLedger.SYSTEM, "系统自动检查", Set.of(), Scope.everything(), null, null);

    private final Incidents incidents;
    private final Siting siting;
    private final Grids grids;
    private final Footage footage;

    DiskCases(Incidents incidents, Siting siting, Grids grids, Footage footage) {
        this.incidents = incidents;
        this.siting = siting;
        this.grids = grids;
        this.footage = footage;
    }

    /**
     * Lies where the camera stands whose clip it ended, else in the middle of the place; empty while that has no grids.
     *
     * @param cut the clip that it ended, if it ended one
     */
    Optional<UUID> open(Optional<Clip.Of> cut, Instant now) {
        return where(cut, now).map(where -> {
            String words = cut.map(of -> "摄像机「" + of.cameraName() + "」的取证录像因磁盘空间不足而停止，此前的画面完整保留。")
                            .orElse("取证磁盘的剩余空间低于下限，不能开始新的取证录像；已有录像不受影响。")
                    + "请尽快扩容或清理磁盘；事件受理不受影响。";
            NewIncident notice = new NewIncident(
                    IncidentKind.CAMERA_FAULT,
                    null,
                    null,
                    cut.isPresent() ? "取证存储空间不足，录像已停止" : "取证存储空间不足",
                    words,
                    null,
                    IncidentSource.VIDEO_ALARM,
                    now,
                    where,
                    null);
            return incidents.report(notice, PRODUCT).id();
        });
    }

    private Optional<NewIncident.Where> where(Optional<Clip.Of> cut, Instant now) {
        return cut.flatMap(of -> footage.find(of.cameraId()))
                .flatMap(Footage.Filmed::place)
                .flatMap(place -> site(new Coordinate(place.lng(), place.lat()), now))
                .or(() -> grids.place()
                        .outline()
                        .map(Geometry::getInteriorPoint)
                        .flatMap(inside -> site(inside.getCoordinate(), now)));
    }

    private Optional<NewIncident.Where> site(Coordinate place, Instant now) {
        return siting.site(place, Crs.of("WGS84"), now, new Faults());
    }

    Optional<IncidentView> find(UUID incident, Scope scope) {
        return incidents.find(incident.toString(), scope);
    }

    boolean isOpen(UUID incident) {
        return find(incident, Scope.everything())
                .filter(found -> found.status().isOpen())
                .isPresent();
    }

    void note(UUID incident, String words) {
        incidents.note(incident.toString(), words, PRODUCT);
    }
}
