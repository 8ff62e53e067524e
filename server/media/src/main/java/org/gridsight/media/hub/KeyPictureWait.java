package org.gridsight.media.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;

/** Waits for one key picture, keeps the source running meanwhile, and lets go when it has come or patience has ended. */
final class KeyPictureWait implements StreamTap {

    private final StreamHub hub;
    private final HubTimer timer;
    private final CompletableFuture<Optional<KeyPicture>> answer = new CompletableFuture<>();

    KeyPictureWait(StreamHub hub, HubTimer timer) {
        this.hub = hub;
        this.timer = timer;
    }

    CompletableFuture<Optional<KeyPicture>> begin(Duration patience) {
        Lease hold = hub.hold();
        Lease tap = hub.tap(this);
        Runnable cancel = timer.after(patience, () -> answer.complete(Optional.empty()));
        return answer.whenComplete((picture, failure) -> {
            cancel.run();
            tap.close();
            hold.close();
        });
    }

    @Override
    public void format(InitSegment init) {
        // the picture is asked for its format when it has come
    }

    @Override
    public void picture(Fragment fragment) {
        if (fragment.key() && !answer.isDone()) {
            VideoFormat format = hub.format().orElseThrow();
            // not here: the hub's lock is held, and letting go takes the supervisor's
            timer.after(Duration.ZERO, () -> answer.complete(Optional.of(KeyPicture.of(fragment, format))));
        }
    }
}
