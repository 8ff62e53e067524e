package org.gridsight.media.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.junit.jupiter.api.Test;

/** A third of 200 watched cameras is cut off at once: tries are counted over simulated time. */
class NetworkCutTest {

    private static final int CAMERAS = 200;
    private static final int CUT_SECONDS = 60;

    private final ManualTimer timer = new ManualTimer();
    private final Map<String, SourceEvents> open = new TreeMap<>();
    private final List<Long> tries = new ArrayList<>();
    private final StreamHubs hubs = new StreamHubs(Camera::new, HubSettings.usual(), timer);
    private boolean cut;

    private static boolean isBehindTheCut(String camera) {
        return Integer.parseInt(camera) % 3 == 0;
    }

    /** One run: refused at once behind the cut, else it shows what the test lets it show. */
    private final class Camera implements Source {

        private final String id;

        Camera(String id) {
            this.id = id;
        }

        @Override
        public void open(SourceEvents events) {
            if (cut && isBehindTheCut(id)) {
                tries.add(timer.nanos() / 1_000_000);
                events.ended(new MediaFault("rtsp-unreachable", "told by the test"));
            } else {
                open.put(id, events);
                events.format(FakeCamera.SMALL);
            }
        }

        @Override
        public void close() {
            open.remove(id);
        }
    }

    private void watchFor(int seconds) {
        for (int second = 0; second < seconds; second++) {
            timer.pass(Duration.ofSeconds(1));
            open.values()
                    .forEach(events -> events.picture(
                            new AccessUnit(new byte[100], timer.nanos() / 100_000 * 9, true, timer.nanos())));
        }
    }

    private long running() {
        return hubs.all().stream().filter(StreamHub::running).count();
    }

    @Test
    void costsFewTriesSpreadOverTimeAndNobodyElseNotices() {
        for (int camera = 0; camera < CAMERAS; camera++) {
            hubs.of(String.valueOf(camera)).watch(viewer -> {});
        }
        watchFor(20);
        assertThat(open).hasSize(CAMERAS);

        cut = true;
        List<String> lost =
                open.keySet().stream().filter(NetworkCutTest::isBehindTheCut).toList();
        lost.forEach(camera -> {
            SourceEvents events = Objects.requireNonNull(open.remove(camera));
            events.ended(new MediaFault("rtsp-closed", "told by the test"));
        });
        watchFor(CUT_SECONDS);

        assertThat(tries).as("each tries less than once a second").hasSizeLessThan(lost.size() * CUT_SECONDS);
        assertThat(tries).as("but goes on trying").hasSizeGreaterThan(lost.size() * CUT_SECONDS / 4);
        Map<Long, Integer> perTenth = new TreeMap<>();
        long settled = tries.get(0) + 10_000;
        tries.stream().filter(at -> at > settled).forEach(at -> perTenth.merge(at / 100, 1, Integer::sum));
        assertThat(perTenth.values())
                .as("never a quarter of them within a tenth of a second")
                .allMatch(count -> count < lost.size() / 4);
        hubs.all().stream()
                .filter(hub -> !isBehindTheCut(hub.cameraId()))
                .forEach(hub -> assertThat(hub.figures().starts()).isEqualTo(1));

        cut = false;
        watchFor(3);
        assertThat(open).as("all are back within 3 s").hasSize(CAMERAS);
        assertThat(running()).isEqualTo(CAMERAS);
    }
}
