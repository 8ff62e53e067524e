package org.gridsight.app.cameras.health;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.cameras.Inspections.Drift;
import org.gridsight.app.cameras.Look;
import org.gridsight.media.analysis.PictureFault;
import org.gridsight.media.analysis.PictureHealth;
import org.gridsight.media.analysis.UsualView;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one camera between two looks. A fault is told when three looks in a row have it. One thread at a
 * time.
 */
final class CameraWatch {

    private static final int CONFIRMED = 3;

    private final PictureHealth picture;
    private final Set<CameraFault> told = EnumSet.noneOf(CameraFault.class);
    private int withoutPicture;
    private int drifting;
    private int repeats;
    private @Nullable Instant driftToldAt;

    /** Goes on from what the database remembers. */
    CameraWatch(Optional<UsualView> usual, Collection<CameraFault> held) {
        Set<PictureFault> faults = EnumSet.noneOf(PictureFault.class);
        held.stream().filter(CameraFault::isOfPicture).forEach(fault -> faults.add(PictureFault.valueOf(fault.name())));
        picture = usual.map(view -> PictureHealth.resume(view, faults)).orElseGet(() -> fresh(faults));
        told.addAll(held);
        withoutPicture = told.contains(CameraFault.NO_PICTURE) ? CONFIRMED : 0;
        drifting = told.contains(CameraFault.CLOCK_DRIFT) ? CONFIRMED : 0;
    }

    private static PictureHealth fresh(Set<PictureFault> faults) {
        PictureHealth health = new PictureHealth();
        health.alreadyTold(faults);
        return health;
    }

    /** Takes in one look; answers whether a picture was judged. */
    boolean see(Look look, Instant at, boolean turns) {
        if (look.outcome() == Look.Outcome.NO_PICTURE) {
            withoutPicture = Math.min(CONFIRMED, withoutPicture + 1);
        } else if (look.outcome() == Look.Outcome.PICTURE) {
            withoutPicture = 0;
        }
        tell(CameraFault.NO_PICTURE, withoutPicture);
        Optional<Set<PictureFault>> seen = look.judge(picture, at);
        seen.ifPresent(faults -> {
            told.removeIf(CameraFault::isOfPicture);
            faults.forEach(fault -> told.add(CameraFault.of(fault)));
            if (told.contains(CameraFault.BLACK) || told.contains(CameraFault.COVERED)) {
                // nothing moves where nothing is seen: one matter, not two
                told.remove(CameraFault.FROZEN);
            }
        });
        if (turns && told.contains(CameraFault.MOVED)) {
            lookAnew();
        }
        return seen.isPresent();
    }

    /** Takes in what its device told of its clock; the same telling counts once. */
    void hear(Drift drift, double limitSeconds) {
        if (drift.at().equals(driftToldAt)) {
            repeats++;
            return;
        }
        repeats = 0;
        driftToldAt = drift.at();
        drifting = Math.abs(drift.seconds()) > limitSeconds ? Math.min(CONFIRMED, drifting + 1) : 0;
        tell(CameraFault.CLOCK_DRIFT, drifting);
    }

    private void tell(CameraFault fault, int evidence) {
        if (evidence == CONFIRMED) {
            told.add(fault);
        } else if (evidence == 0) {
            told.remove(fault);
        }
    }

    /** Somebody has taken care of it: what it shows from now on is its usual view. */
    void lookAnew() {
        picture.lookAnew();
        told.remove(CameraFault.MOVED);
    }

    Set<CameraFault> told() {
        return Set.copyOf(told);
    }

    /** Whether one more look should come soon; not for a clock of which nothing new is told. */
    boolean isUndecided(Look.Outcome outcome) {
        return switch (outcome) {
            case PICTURE -> picture.isUndecided() || isBetween(drifting) && repeats < CONFIRMED;
            case NO_PICTURE -> isBetween(withoutPicture);
            case NO_ANSWER, UNKNOWN -> false;
        };
    }

    private static boolean isBetween(int evidence) {
        return evidence > 0 && evidence < CONFIRMED;
    }

    PictureHealth picture() {
        return picture;
    }
}
