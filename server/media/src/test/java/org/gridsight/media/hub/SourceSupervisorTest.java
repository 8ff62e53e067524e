package org.gridsight.media.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.MediaFault;
import org.gridsight.media.StreamStep;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.StreamPart;
import org.junit.jupiter.api.Test;

/** When a source runs, when it is tried again, and what is told meanwhile. */
class SourceSupervisorTest {

    private final ManualTimer timer = new ManualTimer();
    private final FakeCamera camera = new FakeCamera(timer);
    private final StreamHubs hubs = new StreamHubs(camera, HubSettings.usual(), timer);
    private final StreamHub hub = hubs.of("gate");

    @Test
    void runsForTheFirstViewerAndLingersAfterTheLast() {
        Viewer first = watch();
        Viewer second = watch();
        assertThat(camera.runs).hasSize(1);
        first.close();
        second.close();
        second.close();
        timer.pass(Duration.ofSeconds(6));
        assertThat(camera.run().closed()).isFalse();
        keepShowing(Duration.ofSeconds(13));
        assertThat(camera.run().closed()).isFalse();
        keepShowing(Duration.ofSeconds(2));
        assertThat(camera.run().closed()).isTrue();
        assertThat(hub.running()).isFalse();
        timer.pass(Duration.ofMinutes(5));
        assertThat(camera.runs).hasSize(1);
    }

    @Test
    void forgetsWhatTheOldRunToldAndTellsWhenItsPicturesAreNoLongerWanted() {
        Viewer viewer = watch();
        FakeCamera.Run old = camera.run();
        old.format(FakeCamera.SMALL);
        old.group(3);
        hub.renew();
        old.picture(true, 1_000);
        assertThat(viewer.poll()).isInstanceOf(InitSegment.class);
        assertThat(viewer.poll()).as("what waited").isNull();
        assertThat(watch().poll()).isInstanceOf(InitSegment.class);
        timer.pass(100);
        assertThat(camera.run()).isNotSameAs(old);
        camera.run().format(FakeCamera.SMALL);
        camera.run().picture(true, 500);
        StreamPart shown = viewer.poll();
        assertThat(shown).isInstanceOf(Fragment.class);
        assertThat(shown.bytes().length).isLessThan(1_000);
    }

    @Test
    void staysWhenSomebodyComesBackWithinTheLinger() {
        watch().close();
        keepShowing(Duration.ofSeconds(15));
        watch();
        keepShowing(Duration.ofSeconds(60));
        assertThat(camera.runs).hasSize(1);
        assertThat(camera.run().closed()).isFalse();
    }

    @Test
    void runsWithoutViewersWhileItIsHeld() {
        Lease lease = hub.hold();
        timer.pass(0);
        keepShowing(Duration.ofMinutes(1));
        assertThat(camera.openRuns()).isEqualTo(1);
        lease.close();
        lease.close();
        keepShowing(Duration.ofSeconds(21));
        assertThat(camera.openRuns()).isZero();
    }

    @Test
    void triesAgainSoonAndThenSeldomerButWithinThreeSecondsWhileWatched() {
        watch();
        List<Long> waits = failFor(30, Duration.ofSeconds(60));
        assertThat(waits.get(0)).isLessThan(400);
        assertThat(waits).allMatch(wait -> wait < 2_500);
        assertThat(waits.subList(5, 20)).allMatch(wait -> wait > 1_000);
        assertThat(waits.stream().distinct().count()).as("jitter").isGreaterThan(10);
    }

    @Test
    void triesSeldomWhenItIsOnlyKeptWarm() {
        hub.hold();
        timer.pass(0);
        List<Long> waits = failFor(20, Duration.ofMinutes(20));
        assertThat(waits.subList(10, 19)).allMatch(wait -> wait > 20_000);
    }

    @Test
    void doesNotLetAViewerWaitForARetryPlannedForLater() {
        hub.hold();
        timer.pass(0);
        failFor(12, Duration.ofMinutes(20));
        int runs = camera.runs.size();
        camera.run().end("unreachable");
        hub.watch(viewer -> {});
        timer.pass(100);
        assertThat(camera.runs).hasSizeGreaterThan(runs);
    }

    @Test
    void doesNotSpinWhenEveryRunEndsAfterOnePicture() {
        watch();
        int before = camera.runs.size();
        for (int i = 0; i < 600; i++) {
            if (camera.openRuns() == 1) {
                camera.run().format(FakeCamera.SMALL);
                camera.run().picture(true, 100);
                camera.run().end("connection-reset");
            }
            timer.pass(100);
        }
        assertThat(camera.runs.size() - before).isLessThan(60);
    }

    @Test
    void spreadsTheStartsOfManyCameras() {
        List<StreamHub> many = new ArrayList<>();
        for (int i = 0; i < 1_667; i++) {
            StreamHub one = hubs.of("camera " + i);
            one.watch(viewer -> {});
            many.add(one);
        }
        timer.pass(Duration.ofSeconds(10));
        // the network is cut: all end, and are tried in vain for a minute
        int before = camera.runs.size();
        for (int second = 0; second < 60; second++) {
            int atStart = camera.runs.size();
            List.copyOf(camera.runs).stream().filter(run -> !run.closed()).forEach(run -> run.end("unreachable"));
            timer.pass(Duration.ofSeconds(1));
            assertThat(camera.runs.size() - atStart).isLessThanOrEqualTo(201);
        }
        assertThat(camera.runs.size() - before).isBetween(3_000, 12_100);
        assertThat(many).allMatch(one -> one.figures().starts() >= 2);
    }

    @Test
    void namesTheMissingStepWithinEightSeconds() {
        watch();
        camera.run().reached(StreamStep.REGISTERED, StreamStep.INVITED, StreamStep.ANSWERED);
        timer.pass(Duration.ofSeconds(8));
        Diagnosis diagnosis = hub.diagnosis();
        assertThat(diagnosis.failedStep()).isEqualTo(StreamStep.FIRST_PACKET);
        assertThat(diagnosis.advice()).isEqualTo(Advice.CHECK_MEDIA_PATH);
        assertThat(diagnosis.steps()).extracting(Diagnosis.Entry::ok).containsExactly(true, true, true, false);
        assertThat(camera.runs.get(0).closed()).isTrue();
        timer.pass(1_000);
        assertThat(camera.openRuns()).isEqualTo(1);
    }

    @Test
    void keepsWhatFailedUntilANextRunHasPassedThatStep() {
        watch();
        StreamStep[] agreed = {StreamStep.REGISTERED, StreamStep.INVITED, StreamStep.ANSWERED};
        camera.run().reached(agreed);
        timer.pass(Duration.ofSeconds(7));
        Diagnosis failed = hub.diagnosis();
        assertThat(failed.failedStep()).isEqualTo(StreamStep.FIRST_PACKET);
        timer.pass(Duration.ofSeconds(1));
        assertThat(camera.runs).as("it is tried again").hasSize(2);
        camera.run().reached(agreed);
        assertThat(hub.diagnosis()).isEqualTo(failed);
        List<Diagnosis> told = new ArrayList<>();
        hub.troubles(told::add);
        assertThat(told).as("who joins between two tries").containsExactly(failed);
        camera.run().reached(StreamStep.FIRST_PACKET);
        assertThat(hub.diagnosis().failedStep()).isNull();
        assertThat(hub.diagnosis().steps()).hasSize(4);
    }

    @Test
    void tellsWhatFailsNowAndNothingOfACameraThatWasChanged() {
        watch();
        camera.run().reached(StreamStep.REGISTERED, StreamStep.INVITED);
        camera.run().end("gb-no-answer");
        timer.pass(Duration.ofSeconds(1));
        camera.run().end("gb-not-registered");
        timer.pass(Duration.ofSeconds(1));
        assertThat(hub.diagnosis().failedStep()).isEqualTo(StreamStep.REGISTERED);
        hub.renew();
        timer.pass(10);
        assertThat(hub.diagnosis().failedStep()).isNull();
    }

    @Test
    void givesACameraWithALongKeyIntervalTimeButSaysSo() {
        watch();
        camera.run().reached(StreamStep.values()[0], StreamStep.FIRST_PACKET);
        timer.pass(Duration.ofSeconds(9));
        assertThat(hub.diagnosis().failedStep()).isEqualTo(StreamStep.FIRST_KEYFRAME);
        assertThat(hub.diagnosis().advice()).isEqualTo(Advice.SHORTEN_KEY_INTERVAL);
        camera.run().format(FakeCamera.SMALL);
        camera.run().picture(true, 100);
        assertThat(camera.runs).hasSize(1);
        assertThat(hub.diagnosis().failedStep()).isNull();
        assertThat(hub.diagnosis().steps()).extracting(Diagnosis.Entry::ok).doesNotContain(false);
    }

    @Test
    void saysWhyPacketsAreNotUnderstood() {
        watch();
        camera.run().reached(StreamStep.REGISTERED, StreamStep.FIRST_PACKET);
        camera.run().fault("ps-no-start-code");
        timer.pass(Duration.ofSeconds(8));
        assertThat(hub.diagnosis().failedStep()).isEqualTo(StreamStep.FIRST_KEYFRAME);
        assertThat(hub.diagnosis().advice()).isEqualTo(Advice.CHECK_ENCODING);
        assertThat(hub.diagnosis().cause())
                .isNotNull()
                .extracting(MediaFault::code)
                .isEqualTo("ps-no-start-code");
        timer.pass(Duration.ofSeconds(13));
        assertThat(camera.runs.get(0).closed()).isTrue();
    }

    @Test
    void tellsAFailureAtOnceToWhoListens() {
        List<Diagnosis> told = new ArrayList<>();
        Lease listening = hub.troubles(told::add);
        watch();
        camera.run().reached(StreamStep.REGISTERED);
        assertThat(told).isEmpty();
        camera.run().end("rtsp-unauthorised");
        timer.pass(10);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).failedStep()).isEqualTo(StreamStep.INVITED);
        assertThat(told.get(0).advice()).isEqualTo(Advice.CHECK_PASSWORD);

        List<Diagnosis> later = new ArrayList<>();
        hub.troubles(later::add).close();
        assertThat(later).as("who joins while it has failed").hasSize(1);
        listening.close();
        timer.pass(Duration.ofSeconds(1));
        camera.run().end("rtsp-unauthorised");
        timer.pass(10);
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsWithinEightSecondsWhatDoesNotGoOn() {
        List<Diagnosis> told = new ArrayList<>();
        hub.troubles(told::add);
        watch();
        camera.run().reached(StreamStep.REGISTERED, StreamStep.INVITED, StreamStep.ANSWERED, StreamStep.FIRST_PACKET);
        timer.pass(Duration.ofSeconds(8));
        assertThat(told).hasSize(1);
        assertThat(told.get(0).failedStep()).isEqualTo(StreamStep.FIRST_KEYFRAME);
        assertThat(camera.openRuns()).as("it is still given time").isEqualTo(1);
    }

    @Test
    void doesNotTellAFirstViewerOfAnOldFailure() {
        Viewer viewer = watch();
        camera.run().end("unreachable");
        viewer.close();
        timer.pass(Duration.ofMinutes(1));
        List<Diagnosis> told = new ArrayList<>();
        hub.troubles(told::add);
        watch();
        assertThat(told).isEmpty();
        hub.troubles(told::add);
        assertThat(told).as("a second one, while the first try goes on").isEmpty();
        assertThat(hub.diagnosis().failedStep()).as("who asks").isEqualTo(StreamStep.REGISTERED);
    }

    @Test
    void startsAgainWhenPicturesStopComing() {
        watch();
        keepShowing(Duration.ofSeconds(20));
        timer.pass(Duration.ofMillis(8_500));
        assertThat(camera.runs).hasSize(2);
        assertThat(camera.runs.get(0).closed()).isTrue();
        assertThat(hub.figures().faults()).containsEntry("silence", 1L);
    }

    @Test
    void tellsWhatTheDeviceRefused() {
        watch();
        camera.run().reached(StreamStep.REGISTERED);
        camera.run().end("rtsp-unauthorised");
        assertThat(hub.diagnosis().failedStep()).isEqualTo(StreamStep.INVITED);
        assertThat(hub.diagnosis().advice()).isEqualTo(Advice.CHECK_PASSWORD);
        assertThat(Advice.CHECK_PASSWORD.code()).isEqualTo("check-password");
    }

    @Test
    void startsAgainAtOnceWhenTheAddressChanges() {
        watch();
        keepShowing(Duration.ofSeconds(1));
        hub.renew();
        timer.pass(10);
        assertThat(camera.runs).hasSize(2);
        assertThat(camera.runs.get(0).closed()).isTrue();
    }

    @Test
    void startsNothingMoreForACameraThatIsGone() {
        watch();
        hub.hold();
        hubs.remove("gate");
        timer.pass(Duration.ofMinutes(2));
        assertThat(camera.openRuns()).isZero();
        assertThat(camera.runs).hasSize(1);
    }

    private Viewer watch() {
        Viewer viewer = hub.watch(ready -> {});
        timer.pass(10);
        return viewer;
    }

    private void keepShowing(Duration duration) {
        long end = timer.nanos() + duration.toNanos();
        camera.run().format(FakeCamera.SMALL);
        while (timer.nanos() < end) {
            camera.run().picture(true, 100);
        }
    }

    // how long it took from each end to the next run
    private List<Long> failFor(int times, Duration limit) {
        List<Long> waits = new ArrayList<>();
        long end = timer.nanos() + limit.toNanos();
        while (waits.size() < times && timer.nanos() < end) {
            int runs = camera.runs.size();
            camera.run().end("unreachable");
            long failed = timer.nanos();
            while (camera.runs.size() == runs && timer.nanos() < end) {
                timer.pass(10);
            }
            waits.add((timer.nanos() - failed) / 1_000_000);
        }
        return waits;
    }
}
