package org.gridsight.media.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gridsight.media.StreamStep;
import org.junit.jupiter.api.Test;

/** A look for one key picture leaves nothing behind and never tries a second time. */
class GlanceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final ManualTimer timer = new ManualTimer();
    private final FakeCamera camera = new FakeCamera(timer);
    private final StreamHub hub = new StreamHubs(camera, HubSettings.usual(), timer).of("gate");

    private CompletableFuture<Optional<KeyPicture>> glance() {
        CompletableFuture<Optional<KeyPicture>> glance = hub.glance(PATIENCE, timer.nanos() - 1_000_000_000L);
        timer.pass(10);
        return glance;
    }

    @Test
    void endsTheSourceAtOnceWhenNobodyElseWantsIt() {
        CompletableFuture<Optional<KeyPicture>> glance = glance();
        camera.run().format(FakeCamera.SMALL);
        camera.run().group(3);
        timer.pass(10);
        assertThat(glance.join()).isPresent();
        timer.pass(10);
        assertThat(camera.openRuns()).isZero();
        assertThat(camera.runs).hasSize(1);
    }

    @Test
    void leavesTheLingerOfAViewerAlone() {
        Viewer viewer = hub.watch(watching -> {});
        timer.pass(10);
        camera.run().format(FakeCamera.SMALL);
        camera.run().group(3);
        CompletableFuture<Optional<KeyPicture>> glance = glance();
        assertThat(glance.join()).as("a viewer's pictures serve").isPresent();
        viewer.close();
        timer.pass(10);
        assertThat(camera.openRuns()).isEqualTo(1);
        assertThat(camera.runs).hasSize(1);
    }

    @Test
    void doesNotGiveTheSamePictureTwice() {
        hub.watch(watching -> {});
        timer.pass(10);
        camera.run().format(FakeCamera.SMALL);
        camera.run().group(3);
        long seen = glance().join().orElseThrow().arrivedNanos();
        CompletableFuture<Optional<KeyPicture>> next = hub.glance(PATIENCE, seen);
        camera.run().picture(false, 1_000);
        timer.pass(10);
        assertThat(next).isNotDone();
        camera.run().picture(true, 1_000);
        timer.pass(10);
        assertThat(next.join().orElseThrow().arrivedNanos()).isGreaterThan(seen);
    }

    @Test
    void givesUpWithTheFirstRunThatFails() {
        CompletableFuture<Optional<KeyPicture>> glance = glance();
        camera.run().end("camera-unreachable");
        timer.pass(Duration.ofSeconds(1));
        assertThat(glance.join()).isEmpty();
        timer.pass(Duration.ofMinutes(5));
        assertThat(camera.runs.size()).as("tries of a dead address").isLessThanOrEqualTo(2);
        assertThat(hub.diagnosis().failedStep()).isEqualTo(StreamStep.REGISTERED);
        assertThat(camera.openRuns()).isZero();
    }

    @Test
    void losesPatience() {
        CompletableFuture<Optional<KeyPicture>> glance = glance();
        camera.run().reached(StreamStep.REGISTERED);
        timer.pass(Duration.ofSeconds(13));
        assertThat(glance.join()).isEmpty();
    }
}
