package org.gridsight.media.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.Source;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.EventLoops;
import org.gridsight.media.net.RefusedAddress;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.gridsight.media.rtsp.RtspSource;
import org.gridsight.media.rtsp.RtspTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A third of 99 cameras is cut off, over real sockets: who loses them knocks a bounded number of times and not all at once. */
class RealNetworkCutTest {

    private static final int CAMERAS = 99;
    /** The waits between tries in a row, seconds, without their jitter of a quarter; then the last one for ever. */
    private static final double[] WAITS = {0.25, 0.5, 1, 1.8};

    private static final double LEAST_JITTER = 0.75;

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final Queue<Duration> waits = new ConcurrentLinkedQueue<>();
    private final List<RtspCamera> cameras = new ArrayList<>();
    private EventLoops loops;
    private StreamHubs hubs;

    @BeforeEach
    void begin() throws IOException {
        RtspManners manners = new RtspManners();
        manners.rate = 4;
        manners.pictures = 0;
        Film film = Film.random(Codec.H264, 20, 300);
        for (int i = 0; i < CAMERAS; i++) {
            cameras.add(new RtspCamera(film, manners));
        }
        loops = new EventLoops("media", 2);
        hubs = new StreamHubs(this::source, HubSettings.usual(), new Listening());
    }

    @AfterEach
    void end() {
        hubs.close();
        scheduler.shutdownNow();
        loops.close();
        cameras.forEach(RtspCamera::close);
    }

    private Source source(String id) {
        RtspCamera camera = cameras.get(Integer.parseInt(id));
        try {
            CameraUrl url =
                    CameraUrl.parse("rtsp://127.0.0.1:" + camera.address().getPort() + "/live");
            return new RtspSource(loops.next(), RtspTarget.of(camera.address(), url));
        } catch (RefusedAddress e) {
            throw new IllegalStateException(e);
        }
    }

    /** The real time, and how long each try was made to wait. */
    private final class Listening implements HubTimer {

        private final HubTimer real = HubTimer.of(scheduler, Clock.systemUTC());

        @Override
        public long nanos() {
            return real.nanos();
        }

        @Override
        public Instant now() {
            return real.now();
        }

        @Override
        public Runnable after(Duration delay, Runnable work) {
            waits.add(delay);
            return real.after(delay, work);
        }
    }

    private StreamHub hub(int camera) {
        return hubs.of(String.valueOf(camera));
    }

    private static boolean isLost(int camera) {
        return camera % 3 == 0;
    }

    private List<StreamHub> lost() {
        List<StreamHub> lost = new ArrayList<>();
        for (int i = 0; i < CAMERAS; i += 3) {
            lost.add(hub(i));
        }
        return lost;
    }

    /** More tries than this nobody can make in so many seconds, however quick the machine. */
    private static long most(double seconds) {
        double waited = 0;
        long tries = 0;
        while (waited <= seconds) {
            waited += LEAST_JITTER * WAITS[(int) Math.min(tries, WAITS.length - 1)];
            tries++;
        }
        return tries;
    }

    @Test
    void costsFewTriesSpreadOverTimeAndNobodyElseNotices() {
        for (int i = 0; i < CAMERAS; i++) {
            hub(i).watch(RealNetworkCutTest::drain);
        }
        Await.until(
                "all play",
                () -> hubs.all().stream().allMatch(hub -> hub.figures().pictures() > 2));
        List<Long> before = lost().stream().map(hub -> hub.figures().starts()).toList();
        waits.clear();
        long cutAt = System.nanoTime();
        for (int i = 0; i < CAMERAS; i += 3) {
            cameras.get(i).cutOff(true);
        }
        Await.until("all have been tried again and again", () -> {
            for (int i = 0; i < before.size(); i++) {
                if (lost().get(i).figures().starts() < before.get(i) + 4) {
                    return false;
                }
            }
            return true;
        });
        List<Long> tries = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            tries.add(lost().get(i).figures().starts() - before.get(i));
        }
        long bound = most((System.nanoTime() - cutAt) / 1e9);
        assertThat(tries).allMatch(count -> count <= bound);
        List<Duration> pauses = waits.stream()
                .filter(wait -> wait.compareTo(Duration.ofMillis(600)) > 0)
                .toList();
        assertThat(pauses.stream().distinct().count()).as("jitter").isGreaterThan(before.size());
        List<Long> others = picturesOfOthers();
        Await.until("all others play on", () -> isMore(picturesOfOthers(), others));
        comeBack();
    }

    private void comeBack() {
        List<Long> shown = lost().stream().map(hub -> hub.figures().pictures()).toList();
        for (int i = 0; i < CAMERAS; i += 3) {
            cameras.get(i).cutOff(false);
        }
        Await.until(
                "all are back",
                () -> isMore(
                        lost().stream().map(hub -> hub.figures().pictures()).toList(), shown));
    }

    private List<Long> picturesOfOthers() {
        List<Long> pictures = new ArrayList<>();
        for (int i = 0; i < CAMERAS; i++) {
            if (!isLost(i)) {
                pictures.add(hub(i).figures().pictures());
            }
        }
        return pictures;
    }

    private static boolean isMore(List<Long> now, List<Long> before) {
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) <= before.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static void drain(Viewer viewer) {
        while (viewer.poll() != null) {
            // only counted
        }
    }
}
