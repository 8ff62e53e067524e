package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.Told;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.Credentials;
import org.gridsight.media.net.EventLoop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that is not ours, with real encoders; what comes must decode without a complaint. */
class GStreamerTest {

    /** A server under load may take its time to build a pipeline. */
    static final RtspLimits PATIENT = new RtspLimits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            PictureAssembler.MAX_PICTURE);

    private static final int PICTURES = 60;

    @TempDir
    private static Path folder;

    private static GStreamerCamera camera;
    private static EventLoop loop;

    private final Told told = new Told();

    @BeforeAll
    static void start() throws IOException, InterruptedException, URISyntaxException {
        camera = GStreamerCamera.start(folder);
        loop = new EventLoop("gstreamer-test");
    }

    @AfterAll
    static void stop() {
        if (camera != null) {
            camera.close();
        }
        if (loop != null) {
            loop.close();
            assertThat(loop.failureCount()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"/h264, TCP", "/bframes, TCP", "/h265, TCP", "/h264, UDP"})
    void deliversPicturesThatDecode(String path, RtspTransport transport) throws IOException, InterruptedException {
        try (RtspSource source = open(path, transport, "secret:/@")) {
            Await.until("pictures of " + path, () -> told.pictures.size() >= PICTURES || !told.ends.isEmpty());
            assertThat(told.ends).isEmpty();
            assertThat(told.words).startsWith("step registered", "step invited", "step answered", "step first-packet");
            if (transport == RtspTransport.TCP) {
                assertThat(told.faults).isEmpty();
                assertThat(frames(path)).as("every picture decodes").isEqualTo(PICTURES);
                assertThat(span()).as("the camera's own clock").isBetween(50 * 3_600L, 70 * 3_600L);
            }
            assertThat(source).isNotNull();
        }
    }

    @Test
    void isRefusedWithAWrongPassword() {
        try (RtspSource source = open("/h264", RtspTransport.TCP, "guess")) {
            Await.until("the end", () -> !told.ends.isEmpty());
            assertThat(told.ends.get(0).code()).isEqualTo("rtsp-unauthorised");
            assertThat(source).isNotNull();
        }
    }

    @Test
    void namesAPathThatIsNotThere() {
        try (RtspSource source = open("/none", RtspTransport.TCP, "secret:/@")) {
            Await.until("the end", () -> !told.ends.isEmpty());
            assertThat(told.ends.get(0).code()).isEqualTo("rtsp-not-found");
            assertThat(source).isNotNull();
        }
    }

    private RtspSource open(String path, RtspTransport transport, String password) {
        CameraUrl url = new CameraUrl("127.0.0.1", camera.address().getPort(), path, Optional.empty());
        RtspSource source = new RtspSource(
                loop,
                new RtspTarget(
                        camera.address(), url, Optional.of(new Credentials("operator", password)), transport, PATIENT));
        source.open(told);
        return source;
    }

    private long span() {
        return told.pictures.get(PICTURES - 1).time90k() - told.pictures.get(0).time90k();
    }

    /** How many pictures FFmpeg decodes; it fails the test when it complains. */
    private int frames(String path) throws IOException, InterruptedException {
        List<AccessUnit> pictures = told.pictures.subList(0, PICTURES);
        String kind = told.formats.get(0).codec() == Codec.H264 ? "h264" : "hevc";
        Path file = folder.resolve(path.substring(1) + "." + kind);
        Files.write(file, annexB(told.formats.get(0).sets(), pictures));
        String hashes = FfmpegTool.run(
                folder, "ffmpeg", "-f", kind, "-i", file.toString(), "-fps_mode", "passthrough", "-f", "framemd5", "-");
        return (int) hashes.lines().filter(line -> !line.startsWith("#")).count();
    }

    static byte[] annexB(List<byte[]> sets, List<AccessUnit> pictures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] startCode = {0, 0, 0, 1};
        for (byte[] set : sets) {
            out.writeBytes(startCode);
            out.writeBytes(set);
        }
        for (AccessUnit picture : pictures) {
            ByteBuffer sample = ByteBuffer.wrap(picture.sample());
            while (sample.hasRemaining()) {
                byte[] unit = new byte[sample.getInt()];
                sample.get(unit);
                out.writeBytes(startCode);
                out.writeBytes(unit);
            }
        }
        return out.toByteArray();
    }
}
