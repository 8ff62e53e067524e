package org.gridsight.app.cameras;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gridsight.media.analysis.LumaPlane;
import org.gridsight.media.analysis.PictureFault;
import org.gridsight.media.analysis.PictureHealth;
import org.jspecify.annotations.Nullable;

/** What one look of the product at a camera gave. The picture itself stays in here: it can be judged, not shown. */
public final class Look {

    /** How far the look came. */
    public enum Outcome {
        /** A key picture came. */
        PICTURE,
        /** The camera answers, but no picture came. */
        NO_PICTURE,
        /** The camera does not answer. */
        NO_ANSWER,
        /** It was not the camera: no address, or the decoder was busy. */
        UNKNOWN
    }

    private final Outcome outcome;
    private final String cause;
    private final @Nullable LumaPlane plane;

    Look(Outcome outcome, String cause) {
        this(outcome, cause, null);
    }

    private Look(Outcome outcome, String cause, @Nullable LumaPlane plane) {
        this.outcome = outcome;
        this.cause = cause;
        this.plane = plane;
    }

    static Look of(LumaPlane plane) {
        return new Look(Outcome.PICTURE, "", plane);
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Code of what the source said, for a technician; empty when a picture came. */
    public String cause() {
        return cause;
    }

    /** What is wrong by now; empty without a picture. */
    public Optional<Set<PictureFault>> judge(PictureHealth health, Instant at) {
        return Optional.ofNullable(plane).map(seen -> health.examine(seen, at));
    }
}
