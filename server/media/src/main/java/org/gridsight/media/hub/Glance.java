package org.gridsight.media.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;

/** Looks at a camera once: one key picture, or one run that failed. Never tries again; that is for whoever looks. */
final class Glance implements StreamTap {

    private static final Duration CHECK = Duration.ofMillis(200);

    private final StreamHub hub;
    private final HubTimer timer;
    private final long afterNanos;
    private final Instant begunAt;
    private final CompletableFuture<Optional<KeyPicture>> answer = new CompletableFuture<>();

    Glance(StreamHub hub, HubTimer timer, long afterNanos) {
        this.hub = hub;
        this.timer = timer;
        this.afterNanos = afterNanos;
        this.begunAt = timer.now();
    }

    CompletableFuture<Optional<KeyPicture>> begin(Duration patience) {
        Lease wanted = hub.glanceLease();
        Lease tap = hub.tap(this);
        Runnable cancel = timer.after(patience, () -> answer.complete(Optional.empty()));
        timer.after(CHECK, this::check);
        return answer.whenComplete((picture, failure) -> {
            cancel.run();
            tap.close();
            wanted.close();
        });
    }

    /** A run that failed since we look has said all it can. */
    private void check() {
        if (answer.isDone()) {
            return;
        }
        boolean failed = hub.diagnosis().steps().stream()
                .anyMatch(step -> !step.ok() && !step.at().isBefore(begunAt));
        if (failed) {
            answer.complete(Optional.empty());
        } else {
            timer.after(CHECK, this::check);
        }
    }

    @Override
    public void format(InitSegment init) {
        // the picture is asked for its format when it has come
    }

    @Override
    public void picture(Fragment fragment) {
        if (fragment.key() && fragment.arrivedNanos() - afterNanos > 0 && !answer.isDone()) {
            VideoFormat format = hub.format().orElseThrow();
            // not here: the hub's lock is held, and letting go takes the supervisor's
            timer.after(Duration.ZERO, () -> answer.complete(Optional.of(KeyPicture.of(fragment, format))));
        }
    }
}
