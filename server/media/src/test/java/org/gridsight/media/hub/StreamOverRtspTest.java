package org.gridsight.media.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.StreamStep;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.StreamPart;
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

/** A camera over real sockets, from the first viewer to the last, with its wire cut in between. */
class StreamOverRtspTest {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final List<StreamPart> seen = new CopyOnWriteArrayList<>();
    private EventLoops loops;
    private RtspCamera camera;
    private StreamHubs hubs;

    @BeforeEach
    void begin() throws IOException, RefusedAddress {
        RtspManners manners = new RtspManners();
        manners.rate = 50;
        manners.pictures = 1_000_000;
        camera = new RtspCamera(Film.random(Codec.H264, 100, 2_000), manners);
        loops = new EventLoops("media", 1);
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:" + camera.address().getPort() + "/live");
        HubSettings settings = new HubSettings(1 << 20, 300, 2 << 20, Duration.ofMillis(200), 100);
        HubTimer timer = HubTimer.of(scheduler, Clock.systemUTC());
        hubs = new StreamHubs(
                id -> new RtspSource(loops.next(), RtspTarget.of(camera.address(), url)), settings, timer);
    }

    @AfterEach
    void end() {
        hubs.close();
        scheduler.shutdownNow();
        loops.close();
        camera.close();
    }

    @Test
    void comesBackOnTheSameViewerAfterACutAndStopsAfterTheLast() {
        StreamHub hub = hubs.of("gate");
        Viewer viewer = hub.watch(this::drain);
        Await.until("pictures come", () -> seen.size() > 20);
        assertThat(seen.get(0)).isInstanceOf(InitSegment.class);
        assertThat(hub.diagnosis().failedStep()).isNull();
        assertThat(hub.diagnosis().steps())
                .extracting(Diagnosis.Entry::step)
                .contains(StreamStep.FIRST_PACKET, StreamStep.FIRST_KEYFRAME, StreamStep.FIRST_FRAGMENT);

        camera.cut();
        Await.until("it is started again", () -> hub.figures().starts() >= 2);
        int before = seen.size();
        Await.until("pictures come again", () -> seen.size() > before + 20);
        assertThat(seen.stream().filter(InitSegment.class::isInstance)).hasSize(1);
        List<Fragment> fragments = seen.stream()
                .filter(Fragment.class::isInstance)
                .map(Fragment.class::cast)
                .toList();
        for (int i = 1; i < fragments.size(); i++) {
            assertThat(fragments.get(i).time90k())
                    .isGreaterThan(fragments.get(i - 1).time90k());
        }

        viewer.close();
        Await.until("the source is stopped", () -> !hub.running());
    }

    @Test
    void startsTheSourceForOneKeyPictureOnly() throws Exception {
        StreamHub hub = hubs.of("gate");
        Optional<KeyPicture> picture = hub.keyPicture(Duration.ofSeconds(60)).get(90, TimeUnit.SECONDS);
        assertThat(picture).isPresent();
        assertThat(picture.orElseThrow().sample()).hasSizeGreaterThan(100);
        Await.until("the source is stopped", () -> !hub.running());
    }

    private void drain(Viewer viewer) {
        for (StreamPart part = viewer.poll(); part != null; part = viewer.poll()) {
            seen.add(part);
        }
    }
}
