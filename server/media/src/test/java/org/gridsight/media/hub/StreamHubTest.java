package org.gridsight.media.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.StreamStep;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.StreamPart;
import org.junit.jupiter.api.Test;

/** One camera and several viewers, some of them slow. */
class StreamHubTest {

    private final ManualTimer timer = new ManualTimer();
    private final FakeCamera camera = new FakeCamera(timer);
    private final HubSettings settings = new HubSettings(20_000, 100, 40_000, Duration.ofSeconds(20), 100);
    private final StreamHubs hubs = new StreamHubs(camera, settings, timer);
    private final StreamHub hub = hubs.of("gate");

    @Test
    void givesALateJoinerTheGroupAtOnce() {
        begin();
        camera.run().group(10);
        Watching late = new Watching();
        assertThat(late.wakes).isEqualTo(1);
        assertThat(late.words()).containsExactly("init 320x180", "key", "9 others");
    }

    @Test
    void handsTheSameBytesToAll() {
        Watching first = begin();
        Watching second = new Watching();
        camera.run().group(2);
        List<StreamPart> one = first.drain();
        List<StreamPart> other = second.drain();
        assertThat(one).hasSize(3);
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.get(i).bytes()).isSameAs(other.get(i).bytes());
        }
    }

    @Test
    void keepsOthersWholeWhenOneViewerStalls() {
        Watching quick = begin();
        Watching stalled = new Watching();
        int got = 0;
        for (int i = 0; i < 10; i++) {
            camera.run().group(12);
            got += quick.drain().size();
        }
        assertThat(got).isEqualTo(121);
        assertThat(quick.viewer.dropped()).isZero();
        assertThat(stalled.viewer.dropped()).isPositive();
        assertThat(stalled.viewer.waitingBytes()).isLessThanOrEqualTo(settings.viewerBytes());
        List<StreamPart> rest = stalled.drain();
        assertThat(rest.get(0)).isInstanceOf(InitSegment.class);
        assertThat(((Fragment) rest.get(1)).key()).isTrue();
        long pictures = rest.stream().filter(Fragment.class::isInstance).count();
        assertThat(stalled.viewer.dropped() + pictures).isEqualTo(120);
    }

    @Test
    void wakesAViewerOnceUntilItHasReadAll() {
        Watching watching = begin();
        camera.run().group(5);
        assertThat(watching.wakes).isEqualTo(1);
        watching.drain();
        camera.run().group(5);
        assertThat(watching.wakes).isEqualTo(2);
    }

    @Test
    void keepsNoGroupThatIsTooLong() {
        begin();
        camera.run().group(40);
        assertThat(new Watching().words()).containsExactly("init 320x180");
        camera.run().group(3);
        assertThat(new Watching().words()).containsExactly("init 320x180", "key", "2 others");
    }

    @Test
    void sendsAllViewersANewInitWhenTheCameraChanges() {
        Watching watching = begin();
        camera.run().group(3);
        camera.run().format(FakeCamera.LARGE);
        camera.run().picture(false, 1_000);
        camera.run().group(2);
        assertThat(watching.words())
                .containsExactly("init 320x180", "key", "2 others", "init 640x360", "key", "1 others");
        assertThat(new Watching().words()).containsExactly("init 640x360", "key", "1 others");
    }

    @Test
    void continuesItsClockOnTheSameViewersAfterTheCameraReturns() {
        Watching watching = begin();
        camera.run().group(30);
        List<StreamPart> before = watching.drain();
        camera.run().end("connection-reset");
        timer.pass(1_000);
        camera.run().format(FakeCamera.SMALL);
        camera.run().group(5);
        List<StreamPart> after = watching.drain();
        assertThat(after).hasSize(5).allMatch(Fragment.class::isInstance);
        long gap = ((Fragment) after.get(0)).time90k() - ((Fragment) before.get(30)).time90k();
        assertThat(gap).isBetween(1L, 7_200L);
    }

    @Test
    void showsNothingOfTheTimeBeforeToWhoJoinsDuringAnOutage() {
        begin();
        camera.run().group(5);
        camera.run().end("connection-reset");
        assertThat(new Watching().words()).containsExactly("init 320x180");
    }

    @Test
    void givesATapTheGroupAndWhatFollows() {
        begin();
        camera.run().group(4);
        List<String> heard = new ArrayList<>();
        Lease lease = hub.tap(new StreamTap() {
            @Override
            public void format(InitSegment init) {
                heard.add("init");
            }

            @Override
            public void picture(Fragment fragment) {
                heard.add(fragment.key() ? "key" : "other");
            }
        });
        camera.run().picture(true, 10);
        lease.close();
        camera.run().picture(true, 10);
        assertThat(heard).containsExactly("init", "key", "other", "other", "other", "key");
    }

    @Test
    void countsParameterSetsThatCannotBeRead() {
        new Watching();
        timer.pass(0);
        camera.run().format(FakeCamera.format("67640000", "68ebc3cb22c0"));
        camera.run().group(3);
        assertThat(hub.figures().faults()).containsEntry("format-unreadable", 1L);
        assertThat(hub.figures().pictures()).isZero();
        timer.pass(Duration.ofSeconds(8));
        assertThat(hub.diagnosis().failedStep()).isEqualTo(StreamStep.FIRST_FRAGMENT);
        assertThat(hub.diagnosis().advice()).isEqualTo(Advice.CHECK_ENCODING);
    }

    private Watching begin() {
        Watching watching = new Watching();
        timer.pass(0);
        camera.run().format(FakeCamera.SMALL);
        return watching;
    }

    /** A viewer who reads when the test says so. */
    private final class Watching {

        private final Viewer viewer = hub.watch(ready -> wake());
        private int wakes;

        private void wake() {
            wakes++;
        }

        private List<StreamPart> drain() {
            List<StreamPart> parts = new ArrayList<>();
            for (StreamPart part = viewer.poll(); part != null; part = viewer.poll()) {
                parts.add(part);
            }
            return parts;
        }

        private List<String> words() {
            List<String> words = new ArrayList<>();
            int others = 0;
            for (StreamPart part : drain()) {
                boolean other = part instanceof Fragment fragment && !fragment.key();
                if (!other && others > 0) {
                    words.add(others + " others");
                }
                others = other ? others + 1 : 0;
                if (part instanceof InitSegment init) {
                    words.add("init " + init.width() + "x" + init.height());
                } else if (!other) {
                    words.add("key");
                }
            }
            if (others > 0) {
                words.add(others + " others");
            }
            return words;
        }
    }
}
