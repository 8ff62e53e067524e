package org.gridsight.app.cameras.health;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.cameras.Inspections.Inspectable;
import org.gridsight.app.cameras.calibration.Calibrations;
import org.gridsight.app.cameras.health.HealthTable.Held;
import org.gridsight.app.incidents.IncidentStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings the faults on record in line with what was found: one case for each fault of a camera while that case is open
 * (or the one that an alarm of its device has become), a note when the camera is well again. Closing stays with people. Call it in a transaction.
 */
@Component
class FaultDesk {

    private static final String WELL = "自动巡检：故障已消失，请核实后结案。";
    private static final String AGAIN = "自动巡检：故障再次出现。";

    private final HealthTable table;
    private final FaultCases cases;
    private final HealthSettings settings;
    private final Calibrations calibrations;

    FaultDesk(HealthTable table, FaultCases cases, HealthSettings settings, Calibrations calibrations) {
        this.table = table;
        this.cases = cases;
        this.settings = settings;
        this.calibrations = calibrations;
    }

    /** True when a person has closed the case of a moved camera: what it shows now is its usual view. */
    boolean settle(Inspectable camera, Set<CameraFault> found, Instant at) {
        Map<CameraFault, Held> known = new EnumMap<>(CameraFault.class);
        table.faults(camera.cameraId()).forEach(held -> known.put(held.fault(), held));
        boolean newView = false;
        for (CameraFault fault : CameraFault.values()) {
            Optional<Held> held = Optional.ofNullable(known.get(fault));
            if (!found.contains(fault)) {
                held.ifPresent(row -> cure(row, at));
            } else if (held.isEmpty()) {
                if (fault == CameraFault.MOVED) {
                    calibrations.pictureMoved(camera.cameraId());
                }
                report(
                        camera,
                        new Held(camera.cameraId(), camera.name(), camera.gridCode(), fault, at, null, null, null),
                        at);
            } else if (fault == CameraFault.MOVED && isClosed(held.get())) {
                table.remove(camera.cameraId(), fault);
                newView = true;
            } else {
                holdOn(camera, held.get(), at);
            }
        }
        return newView;
    }

    private void holdOn(Inspectable camera, Held held, Instant at) {
        boolean returned = held.curedAt() != null;
        Held now = returned ? with(held, at, null, held.reportedAt(), held.incidentId()) : held;
        boolean open = statusOf(held).filter(IncidentStatus::isOpen).isPresent();
        Instant reported = held.reportedAt();
        boolean overdue = reported == null || !at.isBefore(reported.plus(settings.reportAgainAfter()));
        if (open && returned) {
            table.put(now);
            cases.note(idOf(held), AGAIN);
        } else if (!open && (returned || overdue)) {
            report(camera, now, at);
        }
    }

    private void cure(Held held, Instant at) {
        boolean open = statusOf(held).filter(IncidentStatus::isOpen).isPresent();
        if (!open) {
            table.remove(held.cameraId(), held.fault());
        } else if (held.curedAt() == null) {
            table.put(with(held, held.since(), at, held.reportedAt(), held.incidentId()));
            cases.note(idOf(held), WELL);
        }
    }

    private void report(Inspectable camera, Held held, Instant at) {
        Optional<UUID> known =
                held.fault() == CameraFault.CLOCK_DRIFT && !camera.deviceId().isEmpty()
                        ? table.caseOfDevice(camera.deviceId(), held.fault()).filter(cases::isOpen)
                        : Optional.empty();
        Optional<UUID> incident =
                known.or(() -> cases.join(camera, held.fault())).or(() -> cases.open(camera, held.fault(), at));
        table.put(with(held, held.since(), null, incident.isPresent() ? at : null, incident.orElse(null)));
    }

    private Optional<IncidentStatus> statusOf(Held held) {
        return Optional.ofNullable(held.incidentId()).flatMap(cases::status);
    }

    private boolean isClosed(Held held) {
        return statusOf(held).filter(IncidentStatus.CLOSED::equals).isPresent();
    }

    private static UUID idOf(Held held) {
        return Optional.ofNullable(held.incidentId()).orElseThrow();
    }

    private static Held with(
            Held held,
            Instant since,
            @Nullable Instant curedAt,
            @Nullable Instant reportedAt,
            @Nullable UUID incidentId) {
        return new Held(
                held.cameraId(), held.name(), held.gridCode(), held.fault(), since, curedAt, reportedAt, incidentId);
    }
}
