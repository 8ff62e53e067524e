package org.gridsight.app.cameras.calibration;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.cameras.CameraPose;
import org.gridsight.app.cameras.Cameras;
import org.gridsight.app.grids.GridAt;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calibrations of the cameras: made, read, withdrawn, and marked when a camera has moved. */
@Service
public class Calibrations {

    private static final String INSPECTOR = "system:cameras";

    private final CalibrationRepository calibrations;
    private final Cameras cameras;
    private final Grids grids;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calibrations(
            CalibrationRepository calibrations,
            Cameras cameras,
            Grids grids,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calibrations = calibrations;
        this.cameras = cameras;
        this.grids = grids;
        this.events = events;
        this.clock = clock;
    }

    /** Which cameras of a scope are calibrated, without their pairs. */
    @Transactional(readOnly = true)
    List<Listed> list(Scope scope) {
        Map<String, CameraPose> poses =
                cameras.poses(scope).stream().collect(Collectors.toMap(CameraPose::cameraId, Function.identity()));
        return calibrations.findAll(scope.like()).stream()
                .map(kept -> new Listed(
                        kept.cameraId(),
                        kept.residualMetres(),
                        Optional.ofNullable(poses.get(kept.cameraId()))
                                .flatMap(kept::staleness)
                                .map(Staleness::view),
                        kept.version()))
                .toList();
    }

    /** A line of {@link #list}. */
    record Listed(String cameraId, Residual residualMetres, Optional<Staleness.View> stale, long version) {}

    @Transactional(readOnly = true)
    CalibrationAnswer get(String cameraId, Scope scope) {
        CameraPose pose = cameras.pose(cameraId, scope);
        return CalibrationAnswer.from(known(cameraId), pose);
    }

    /** What the pairs would give, and what is wrong with them. Changes nothing. */
    @Transactional(readOnly = true)
    Trial attempt(String cameraId, CalibrationRequest request, Scope scope) {
        CameraPose pose = fixed(cameras.pose(cameraId, scope));
        Faults faults = new Faults();
        Optional<PictureGround> ground = request.read(pose, faults);
        return new Trial(
                ground.map(fit -> CalibrationAnswer.trial(fit, pose)),
                faults.list().stream()
                        .map(fault -> new Trial.Fault(
                                fault.field(),
                                fault.message().zh(),
                                fault.message().en()))
                        .toList());
    }

    /** Either the fit or what is wrong. */
    record Trial(Optional<CalibrationAnswer> calibration, List<Fault> faults) {

        /** One fault in both languages. */
        record Fault(String field, String zh, String en) {}
    }

    @Transactional
    public CalibrationAnswer put(String cameraId, CalibrationRequest request, CurrentUser user) {
        CameraPose pose = cameras.pose(cameraId, user.scope());
        Optional<Calibration> before = calibrations.findById(cameraId);
        Faults faults = new Faults();
        if (before.filter(kept -> !kept.isWithdrawn()).isPresent()) {
            faults.required("version", request.version());
        }
        Optional<PictureGround> ground = request.read(pose, faults);
        faults.throwIfAny();
        fixed(pose);
        before.ifPresent(kept -> requireVersion(kept, request.version(), pose));
        Calibration calibration = before.orElseGet(() -> new Calibration(cameraId));
        calibration.fit(ground.orElseThrow(), pose, clock.instant(), user.username());
        Calibration saved = calibrations.saveAndFlush(calibration);
        publish("camera.calibrate", user.username(), pose, saved);
        return CalibrationAnswer.from(saved, pose);
    }

    @Transactional
    public void withdraw(String cameraId, @Nullable Long version, CurrentUser user) {
        CameraPose pose = cameras.pose(cameraId, user.scope());
        Faults faults = new Faults();
        faults.required("version", version);
        faults.throwIfAny();
        Calibration calibration = known(cameraId);
        requireVersion(calibration, version, pose);
        calibration.withdraw(clock.instant(), user.username());
        calibrations.saveAndFlush(calibration);
        events.publishEvent(
                AuditEntry.of(user.username(), "camera.uncalibrate", "camera/" + cameraId, pose.gridCode(), Map.of()));
    }

    /** The place that a spot of the calibrated picture shows. */
    @Transactional(readOnly = true)
    Sighting locate(String cameraId, SpotRequest request, Scope scope) {
        CameraPose pose = cameras.pose(cameraId, scope);
        Calibration calibration = known(cameraId);
        PictureGround ground = calibration.ground();
        Coordinate pixel = request.check(ground.frame());
        Sighting.Outcome outcome = Sighting.outcomeOf(ground, pixel);
        Optional<LngLat> place = outcome == Sighting.Outcome.GROUND ? ground.placeOf(pixel) : Optional.empty();
        Optional<GridAt> grid = place.flatMap(at -> grids.at(at, clock.instant()));
        return new Sighting(
                outcome,
                place.map(at -> new Sighting.Spot(List.of(at.lng(), at.lat()))),
                place.flatMap(at -> ground.accuracy().metresAt(pixel)),
                Sighting.distance(pose, place),
                grid.map(GridAt::code),
                grid.map(GridAt::name),
                calibration.staleness(pose).isPresent());
    }

    /**
     * The inspector of pictures has noticed that a camera no longer shows the same ground. Its calibration is stale until
     * a person saves it again; a camera without one stays as it is.
     */
    @Transactional
    public void pictureMoved(String cameraId) {
        Optional<Calibration> calibration = calibrations.findById(cameraId).filter(kept -> !kept.isWithdrawn());
        if (calibration.filter(kept -> !kept.isMoved()).isEmpty()) {
            return;
        }
        CameraPose pose = cameras.pose(cameraId, Scope.everything());
        Calibration kept = calibration.orElseThrow();
        kept.moved(clock.instant());
        publish("camera.calibration-stale", INSPECTOR, pose, calibrations.saveAndFlush(kept));
    }

    private Calibration known(String cameraId) {
        return calibrations
                .findById(cameraId)
                .filter(kept -> !kept.isWithdrawn())
                .orElseThrow(() -> new Rejected(CalibrationReason.NONE, cameraId));
    }

    private static CameraPose fixed(CameraPose pose) {
        if (pose.turns()) {
            throw new Rejected(CalibrationReason.TURNS);
        }
        return pose;
    }

    private static void requireVersion(Calibration kept, @Nullable Long seen, CameraPose pose) {
        boolean anew = kept.isWithdrawn() && seen == null;
        if (anew || (seen != null && seen == kept.version())) {
            return;
        }
        Rejected stale = new Rejected(CalibrationReason.STALE_VERSION);
        throw kept.isWithdrawn() ? stale : stale.with("current", CalibrationAnswer.from(kept, pose));
    }

    private void publish(String action, String actor, CameraPose pose, Calibration calibration) {
        Residual residual = calibration.residualMetres();
        Map<String, String> details = Map.of(
                "pairs", Integer.toString(calibration.ground().pairs().size()),
                "rmsMetres", String.format(Locale.ROOT, "%.2f", residual.rms()),
                "maxMetres", String.format(Locale.ROOT, "%.2f", residual.max()));
        events.publishEvent(AuditEntry.of(actor, action, "camera/" + pose.cameraId(), pose.gridCode(), details));
    }
}
