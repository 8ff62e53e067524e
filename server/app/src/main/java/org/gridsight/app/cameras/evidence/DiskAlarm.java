package org.gridsight.app.cameras.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.IncidentSource;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A full disk becomes an incident of kind CAMERA_FAULT at the camera whose clip it ended, so that somebody mends it in the
 * closed loop; one at a time: while it is open nothing more is raised.
 */
@Component
class DiskAlarm {

    private static final Logger log = LoggerFactory.getLogger(DiskAlarm.class);

    private final Incidents incidents;
    private final Grids grids;
    private final Footage footage;
    private final Clock clock;
    private final AtomicReference<@Nullable UUID> raised = new AtomicReference<>();

    DiskAlarm(Incidents incidents, Grids grids, Footage footage, Clock clock) {
        this.incidents = incidents;
        this.grids = grids;
        this.footage = footage;
        this.clock = clock;
    }

    /** Never throws: recording has ended already, and incidents go on. */
    synchronized void raise(Clip clip) {
        log.error("the disk for evidence is full: clip {} has ended early, no other is begun", clip.id());
        try {
            if (!isOpen()) {
                report(clip).ifPresent(incident -> raised.set(incident.id()));
            }
        } catch (RuntimeException e) {
            log.error("the full disk could not be reported as an incident", e);
        }
    }

    /** The incident that tells of it while it is open. */
    Optional<UUID> current() {
        return isOpen() ? Optional.ofNullable(raised.get()) : Optional.empty();
    }

    private boolean isOpen() {
        UUID last = raised.get();
        return last != null
                && incidents
                        .find(last.toString(), Scope.everything())
                        .filter(incident -> incident.status().isOpen())
                        .isPresent();
    }

    /** Empty when the camera has no place: then the log and the figures have to do. */
    private Optional<IncidentView> report(Clip clip) {
        Instant now = clock.instant();
        Optional<LngLat> place = footage.find(clip.of().cameraId()).flatMap(Footage.Filmed::place);
        return place.flatMap(at -> grids.at(at, now)
                .map(grid -> new NewIncident.Where(
                        at, grid.code(), grid.name(), grid.villageCode(), grid.villageName(), null, Set.of()))
                .map(where -> incidents.report(notice(clip, where, now), system())));
    }

    private static NewIncident notice(Clip clip, NewIncident.Where where, Instant now) {
        return new NewIncident(
                IncidentKind.CAMERA_FAULT,
                null,
                null,
                "取证存储空间不足，录像已停止",
                "摄像机「" + clip.of().cameraName() + "」的取证录像因磁盘空间不足而停止，此前的画面完整保留。请尽快扩容或清理磁盘；事件受理不受影响。",
                null,
                IncidentSource.VIDEO_ALARM,
                now,
                where,
                null);
    }

    private static CurrentUser system() {
        return new CurrentUser(
                ClipLedger.SYSTEM, "GridSight", Set.of(Role.VIDEO_MANAGER), Scope.everything(), null, null);
    }
}
