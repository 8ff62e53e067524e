package org.gridsight.media.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gridsight.media.AacSound;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.TestClip;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.SoundFragment;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A camera that talks, over real sockets to what a viewer is sent; FFmpeg is the witness. */
class SoundOverRtspTest {

    private static final int RATE = 16;

    @TempDir
    private static Path shared;

    private static Film film;
    private static AacSound sound;

    @TempDir
    private Path folder;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final List<StreamPart> seen = new CopyOnWriteArrayList<>();
    private final RtspManners manners = new RtspManners();
    private EventLoops loops;

    @BeforeEach
    void begin() throws IOException {
        manners.rate = 8 * RATE;
        manners.pictures = 0;
        loops = new EventLoops("media", 1);
    }

    @AfterEach
    void end() {
        scheduler.shutdownNow();
        loops.close();
    }

    private StreamHubs hubs(RtspCamera camera, boolean sound) throws RefusedAddress {
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:" + camera.address().getPort() + "/live");
        HubSettings settings = new HubSettings(4 << 20, 600, 8 << 20, Duration.ZERO, 100, sound);
        return new StreamHubs(
                id -> new RtspSource(loops.next(), RtspTarget.of(camera.address(), url)),
                settings,
                HubTimer.of(scheduler, Clock.systemUTC()));
    }

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        TestClip.make(shared, Codec.H264, "-c:v", "libx264", "-bf", "0", "-g", "25");
        film = Film.parse(Codec.H264, Files.readAllBytes(shared.resolve("clip.raw")));
        sound = AacSound.make(shared);
    }

    @Test
    void sendsAacAsASecondTrackWithoutHoles() throws Exception {
        manners.sound = sound.frames();
        manners.soundConfiguration = sound.configuration();
        try (RtspCamera camera = new RtspCamera(film, manners)) {
            StreamHubs hubs = hubs(camera, true);
            List<StreamPart> recorded = new ArrayList<>();
            hubs.of("gate").tap(new StreamTap() {
                @Override
                public void format(InitSegment init) {
                    recorded.add(init);
                }

                @Override
                public void picture(Fragment fragment) {
                    recorded.add(fragment);
                }
            });
            Viewer viewer = hubs.of("gate").watch(this::drain);
            Await.until("pictures and sound", () -> count(Fragment.class) > 60 && count(SoundFragment.class) > 60);
            viewer.close();
            hubs.close();
            assertThat(camera.count("SETUP")).isEqualTo(2);
            InitSegment init = (InitSegment) seen.get(0);
            assertThat(init.mime()).matches("video/mp4; codecs=\"avc1\\.[0-9A-F]{6},mp4a\\.40\\.2\"");
            assertThat(count(InitSegment.class)).isEqualTo(1);
            assertThat(((InitSegment) recorded.get(0)).hasSound())
                    .as("who records gets no sound")
                    .isFalse();
        }
        write();
        assertThat(probe("stream=codec_name,sample_rate,channels", "a")).contains("aac,16000,1");
        assertThat(probe("stream=codec_name,width", "v")).contains("h264,320");
        assertThat(FfmpegTool.run(folder, "ffmpeg", "-i", "seen.mp4", "-f", "null", "-"))
                .isEmpty();
        hasNoHoles();
    }

    private void hasNoHoles() throws Exception {
        List<Long> times = probe("packet=pts", "a")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .toList();
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isEqualTo(SoundFormat.FRAME_SAMPLES);
        }
    }

    @Test
    void isNeitherAskedForNorSentWhereItShallBeSkipped() throws Exception {
        manners.sound = sound.frames();
        manners.soundConfiguration = sound.configuration();
        try (RtspCamera camera = new RtspCamera(film, manners)) {
            StreamHubs hubs = hubs(camera, false);
            Viewer viewer = hubs.of("gate").watch(this::drain);
            Await.until("pictures", () -> count(Fragment.class) > 20);
            viewer.close();
            assertThat(hubs.of("gate").sound()).isEmpty();
            hubs.close();
            assertThat(camera.count("SETUP")).isEqualTo(1);
            assertThat(((InitSegment) seen.get(0)).hasSound()).isFalse();
            assertThat(count(SoundFragment.class)).isZero();
        }
    }

    @Test
    void namesACodingThatBrowsersDoNotPlay() throws Exception {
        try (RtspCamera camera = new RtspCamera(film, manners)) {
            StreamHubs hubs = hubs(camera, true);
            Viewer viewer = hubs.of("gate").watch(this::drain);
            Await.until("pictures", () -> count(Fragment.class) > 5);
            assertThat(hubs.of("gate").sound()).contains(SoundFormat.unplayed("G.711 A"));
            assertThat(camera.count("SETUP")).isEqualTo(1);
            viewer.close();
            hubs.close();
        }
    }

    @Test
    void goesOnWithoutSoundWhereTheCameraRefusesIt() throws Exception {
        manners.sound = List.of(new byte[] {1});
        manners.soundConfiguration = new byte[] {0x14, 0x08};
        manners.refusesSound = true;
        try (RtspCamera camera = new RtspCamera(film, manners)) {
            StreamHubs hubs = hubs(camera, true);
            Viewer viewer = hubs.of("gate").watch(this::drain);
            Await.until("pictures", () -> count(Fragment.class) > 20);
            viewer.close();
            assertThat(hubs.of("gate").figures().faults()).containsKey("sound-refused");
            assertThat(((InitSegment) seen.get(0)).hasSound()).isFalse();
            hubs.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x08, 0x10})
    void isSilentWhereNothingComesSoThatNoPlayerWaits(int channels) throws Exception {
        manners.sound = List.of(new byte[] {1});
        manners.soundConfiguration = new byte[] {0x14, (byte) channels};
        manners.mute = true;
        try (RtspCamera camera = new RtspCamera(film, manners)) {
            StreamHubs hubs = hubs(camera, true);
            Viewer viewer = hubs.of("gate").watch(this::drain);
            Await.until("pictures and silence", () -> count(Fragment.class) > 60 && count(SoundFragment.class) > 0);
            viewer.close();
            hubs.close();
        }
        write();
        assertThat(FfmpegTool.run(folder, "ffmpeg", "-i", "seen.mp4", "-f", "null", "-"))
                .isEmpty();
        assertThat(probe("packet=pts", "a").lines()).hasSizeGreaterThan(3);
    }

    private long count(Class<? extends StreamPart> kind) {
        return seen.stream().filter(kind::isInstance).count();
    }

    private void write() throws IOException {
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        seen.forEach(part -> movie.writeBytes(part.bytes()));
        Files.write(folder.resolve("seen.mp4"), movie.toByteArray());
    }

    private String probe(String entries, String stream) throws IOException, InterruptedException {
        return FfmpegTool.run(
                folder, "ffprobe", "-select_streams", stream, "-show_entries", entries, "-of", "csv=p=0", "seen.mp4");
    }

    private void drain(Viewer viewer) {
        for (StreamPart part = viewer.poll(); part != null; part = viewer.poll()) {
            seen.add(part);
        }
    }
}
