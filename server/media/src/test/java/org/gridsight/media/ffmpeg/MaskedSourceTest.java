package org.gridsight.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.Source;
import org.gridsight.media.TestClip;
import org.gridsight.media.analysis.DecoderProcess;
import org.gridsight.media.analysis.DecoderSettings;
import org.gridsight.media.analysis.LumaPlane;
import org.gridsight.media.analysis.Mask;
import org.gridsight.media.analysis.StillRequest;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.StreamPart;
import org.gridsight.media.hub.HubSettings;
import org.gridsight.media.hub.HubTimer;
import org.gridsight.media.hub.KeyPicture;
import org.gridsight.media.hub.StreamHub;
import org.gridsight.media.hub.StreamHubs;
import org.gridsight.media.hub.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masked streams out of real child processes: what is hidden stays hidden, and a dead child costs a moment only. */
class MaskedSourceTest {

    private static final Path NATIVES = Path.of("target", "natives");
    private static final Mask LEFT = new Mask(new double[] {0, 0, 0.5, 0, 0.5, 1, 0, 1});
    private static final Mask RIGHT = new Mask(new double[] {0.5, 0, 1, 0, 1, 1, 0.5, 1});

    @TempDir
    Path folder;

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final List<StreamPart> seen = new CopyOnWriteArrayList<>();
    private final List<MaskedSource> sources = new CopyOnWriteArrayList<>();
    private volatile List<Mask> masks = List.of(LEFT);
    private volatile @Nullable TestClip clip;

    private final HubSettings settings = new HubSettings(4 << 20, 600, 8 << 20, Duration.ofMillis(200), 100);
    private final HubTimer timer = HubTimer.of(scheduler, Clock.systemUTC());
    private final StreamHubs cameras =
            new StreamHubs(id -> new ClipSource(Objects.requireNonNull(clip), scheduler), settings, timer);
    private final StreamHubs masked = new StreamHubs(this::masked, settings, timer);

    private Source masked(String camera) {
        MaskedSource source = new MaskedSource(cameras.of(camera), masks, ChildSettings.usual(NATIVES));
        sources.add(source);
        return source;
    }

    @AfterEach
    void end() {
        masked.close();
        cameras.close();
        scheduler.shutdownNow();
    }

    @Test
    void paintsTheMasksAndIsH264WhateverTheCameraSends() throws Exception {
        clip = TestClip.make(folder, Codec.H265, "-c:v", "libx265", "-x265-params", "log-level=none:keyint=25");
        StreamHub hub = masked.of("gate");
        try (Viewer viewer = hub.watch(this::drain)) {
            Await.until("pictures come", () -> fragments() > 20);
            assertThat(seen.get(0)).isInstanceOfSatisfying(InitSegment.class, init -> {
                assertThat(init.mime()).contains("avc1.42");
                assertThat(init.width()).isEqualTo(320);
            });
            assertHalves(hub, true);
            assertThat(hub.diagnosis().failedStep()).isNull();
        }
        Await.until(
                "nobody looks: neither child nor camera runs",
                () -> !hub.running() && !cameras.of("gate").running());
    }

    @Test
    void comesBackAfterTheChildHasDiedWhileTheCameraGoesOn() throws Exception {
        clip = TestClip.make(folder, Codec.H264, "-c:v", "libx264", "-g", "25", "-bf", "2");
        StreamHub hub = masked.of("gate");
        try (Viewer viewer = hub.watch(this::drain)) {
            Await.until("pictures come", () -> fragments() > 5);
            ProcessHandle.of(sources.get(0).pid()).orElseThrow().destroyForcibly();
            Await.until("another child is started", () -> sources.size() > 1);
            int before = fragments();
            Await.until("pictures come again", () -> fragments() > before + 20);
            assertThat(hub.figures().faults()).containsKey("child-died");
            assertThat(cameras.of("gate").figures().faults()).isEmpty();
            assertHalves(hub, true);
        }
    }

    @Test
    void takesUpOtherMasksWithoutANewViewer() throws Exception {
        // each picture in four slices, as many cameras send them
        String[] sliced = {"-g", "25", "-tune", "zerolatency", "-x264-params", "sliced-threads=1:slices=4"};
        clip = TestClip.make(
                folder,
                Codec.H264,
                Stream.concat(Stream.of("-c:v", "libx264"), Stream.of(sliced)).toArray(String[]::new));
        StreamHub hub = masked.of("gate");
        try (Viewer viewer = hub.watch(this::drain)) {
            Await.until("pictures come", () -> fragments() > 5);
            masks = List.of(RIGHT);
            hub.renew();
            Await.until("another child is started", () -> sources.size() > 1);
            // what is cached from now on is painted anew
            assertHalves(hub, false);
        }
    }

    @Test
    void neverRunsWithoutMasks() {
        assertThatThrownBy(() -> new MaskedSource(cameras.of("gate"), List.of(), ChildSettings.usual(NATIVES)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int fragments() {
        return (int) seen.stream().filter(Fragment.class::isInstance).count();
    }

    private void drain(Viewer viewer) {
        for (StreamPart part = viewer.poll(); part != null; part = viewer.poll()) {
            seen.add(part);
        }
    }

    private void assertHalves(StreamHub hub, boolean leftIsHidden) throws Exception {
        KeyPicture key = hub.keyPicture(Duration.ofSeconds(90))
                .get(120, TimeUnit.SECONDS)
                .orElseThrow();
        DecoderSettings settings = new DecoderSettings(96, Duration.ofSeconds(60), 4, NATIVES);
        try (DecoderProcess decoder = new DecoderProcess(settings, scheduler)) {
            LumaPlane plane = decoder.make(new StillRequest(key.format(), key.sample(), 64, 64, List.of()))
                    .get(120, TimeUnit.SECONDS)
                    .plane();
            int left = brightest(plane, 2, 29);
            int right = brightest(plane, 35, 62);
            assertThat(leftIsHidden ? left : right).isLessThan(32);
            assertThat(leftIsHidden ? right : left).isGreaterThan(150);
        }
    }

    private static int brightest(LumaPlane plane, int fromX, int toX) {
        int brightest = 0;
        for (int y = 1; y < plane.height() - 1; y++) {
            for (int x = fromX; x < toX; x++) {
                brightest = Math.max(brightest, plane.pixels()[y * plane.width() + x] & 0xff);
            }
        }
        return brightest;
    }
}
