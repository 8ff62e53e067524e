package org.gridsight.app.cameras.calibration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.cameras.CameraPose;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.PictureFrame;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pairs of one camera, and where the camera stood when they were clicked. One that was withdrawn stays as a row
 * without pairs, so that versions never begin anew.
 */
@Entity
@Table(schema = "cameras", name = "calibration")
class Calibration {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Registered places are exact to about this; smaller differences are rounding. */
    private static final double SAME_DEGREES = 5e-6;

    private static final double SAME_HEADING = 0.5;

    @Id
    private String cameraId = "";

    @Version
    private long version;

    private int pictureWidth;
    private int pictureHeight;
    private String pairs = "[]";
    private boolean mirrored;
    private double rmsMetres;
    private double maxMetres;

    @Nullable
    private Double cameraLng;

    @Nullable
    private Double cameraLat;

    private double cameraHeading;

    @Nullable
    private Instant movedAt;

    private Instant updatedAt = Instant.EPOCH;
    private String updatedBy = "";

    protected Calibration() {}

    Calibration(String cameraId) {
        this.cameraId = cameraId;
    }

    void fit(PictureGround ground, CameraPose pose, Instant at, String by) {
        pictureWidth = (int) ground.frame().width();
        pictureHeight = (int) ground.frame().height();
        pairs = JSON.writeValueAsString(
                ground.pairs().stream().map(CalibrationPair::numbers).toList());
        mirrored = ground.isMirrored();
        rmsMetres = ground.map().rmsMetres();
        maxMetres = Arrays.stream(ground.map().residualMetres()).max().orElse(0);
        cameraLng = pose.place().map(LngLat::lng).orElse(null);
        cameraLat = pose.place().map(LngLat::lat).orElse(null);
        cameraHeading = pose.headingDegrees();
        movedAt = null;
        updatedAt = at;
        updatedBy = by;
    }

    void withdraw(Instant at, String by) {
        pairs = "[]";
        movedAt = null;
        updatedAt = at;
        updatedBy = by;
    }

    /** Its picture no longer shows the same ground, as somebody has noticed. */
    void moved(Instant at) {
        movedAt = at;
    }

    boolean isMoved() {
        return movedAt != null;
    }

    /** Why it cannot be trusted any longer, seen from where the camera stands now. */
    Optional<Staleness> staleness(CameraPose now) {
        if (movedAt != null) {
            return Optional.of(new Staleness(Staleness.Cause.PICTURE_MOVED, Optional.of(movedAt)));
        }
        if (now.turns()) {
            return Optional.of(new Staleness(Staleness.Cause.TURNS, Optional.empty()));
        }
        if (!stoodAt(now.place())) {
            return Optional.of(new Staleness(Staleness.Cause.PLACE, Optional.empty()));
        }
        double turned = Math.abs(Math.IEEEremainder(now.headingDegrees() - cameraHeading, 360));
        return turned > SAME_HEADING
                ? Optional.of(new Staleness(Staleness.Cause.HEADING, Optional.empty()))
                : Optional.empty();
    }

    private boolean stoodAt(Optional<LngLat> place) {
        if (cameraLng == null || cameraLat == null || place.isEmpty()) {
            return cameraLng == null && place.isEmpty();
        }
        return Math.abs(place.get().lng() - cameraLng) < SAME_DEGREES
                && Math.abs(place.get().lat() - cameraLat) < SAME_DEGREES;
    }

    boolean isWithdrawn() {
        return pairs.equals("[]");
    }

    PictureGround ground() {
        List<CalibrationPair> read = Arrays.stream(JSON.readValue(pairs, double[][].class))
                .map(CalibrationPair::from)
                .toList();
        return PictureGround.of(new PictureFrame(pictureWidth, pictureHeight), read);
    }

    String cameraId() {
        return cameraId;
    }

    long version() {
        return version;
    }

    Residual residualMetres() {
        return new Residual(rmsMetres, maxMetres);
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }
}
