package org.gridsight.media.ffmpeg;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.Told;
import org.gridsight.media.ffmpeg.RtspRelay.RedirectWatch;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.Credentials;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.RefusedAddress;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspLimits;
import org.gridsight.media.rtsp.RtspManners;
import org.gridsight.media.rtsp.RtspSource;
import org.gridsight.media.rtsp.RtspTarget;
import org.gridsight.media.rtsp.RtspTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A camera our own client does not understand is read by FFmpeg in a child, which goes nowhere else. */
class FallbackTest {

    private static final ChildSettings CHILD = ChildSettings.usual(Path.of("target", "natives"));

    private final RtspManners manners = new RtspManners();
    private final Told told = new Told();
    private final EventLoop loop;

    FallbackTest() throws IOException {
        loop = new EventLoop("fallback-test");
        manners.rate = 40;
        manners.pictures = 0;
    }

    @AfterEach
    void end() {
        loop.close();
    }

    private RtspTarget target(RtspCamera camera) throws RefusedAddress {
        CameraUrl url = CameraUrl.parse("rtsp://10.1.2.3/live?channel=1");
        Credentials login = new Credentials(manners.user, manners.password);
        return new RtspTarget(camera.address(), url, Optional.of(login), RtspTransport.TCP, RtspLimits.USUAL);
    }

    private Source source(RtspCamera camera, int children) throws RefusedAddress {
        RtspTarget target = target(camera);
        return new Fallbacks(CHILD, children).behind(new RtspSource(loop, target), "gate", target);
    }

    @Test
    void readsWithFfmpegWhatOurOwnClientIsRefused() throws RefusedAddress {
        manners.agent = "Lavf";
        manners.login = "MD5";
        manners.password = "Geh3im&@ 7";
        try (RtspCamera camera = new RtspCamera(Film.random(Codec.H264, 60, 2_000), manners)) {
            Source source = source(camera, 1);
            source.open(told);
            Await.until("pictures", () -> told.pictures.size() > 20);
            assertThat(told.words)
                    .containsSubsequence(
                            "fault rtsp-refused", "fault ffmpeg-fallback", "step answered", "step first-packet", "key");
            assertThat(ProcessHandle.current()
                            .descendants()
                            .map(child -> child.info().commandLine().orElse("")))
                    .noneMatch(line -> line.contains("Geh3im") || line.contains("rtsp:"));
            source.close();
            Await.until(
                    "the child has gone",
                    () -> ProcessHandle.current()
                            .descendants()
                            .noneMatch(child ->
                                    child.info().commandLine().orElse("").contains("DemuxMain")));
        }
    }

    @Test
    void endsAsBeforeWhenNoMoreChildrenAreAllowed() throws RefusedAddress {
        manners.agent = "Lavf";
        try (RtspCamera camera = new RtspCamera(Film.random(Codec.H264, 60, 2_000), manners)) {
            Source source = source(camera, 0);
            source.open(told);
            Await.until("the end", () -> !told.ends.isEmpty());
            assertThat(told.words).last().isEqualTo("ended rtsp-refused");
            source.close();
        }
    }

    @Test
    void givesBackWhatComesAfterItWasClosed() {
        AtomicReference<Source> whole = new AtomicReference<>();
        AtomicInteger closed = new AtomicInteger();
        Source own = new Source() {
            @Override
            public void open(SourceEvents events) {
                Objects.requireNonNull(whole.get()).close();
                events.ended(new MediaFault("rtsp-rubbish", "not understood"));
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
        Source other = new Source() {
            @Override
            public void open(SourceEvents events) {
                throw new AssertionError("opened after the end");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        whole.set(new FallbackSource(own, () -> Optional.of(other)));
        Objects.requireNonNull(whole.get()).open(told);
        assertThat(closed).hasValue(1);
    }

    @Test
    void neverFollowsARedirect() throws IOException, RefusedAddress {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            manners.answers.put(
                    "DESCRIBE",
                    "RTSP/1.0 302 Moved\r\nCSeq: {cseq}\r\nlocaTION: rtsp://127.0.0.1:" + trap.getLocalPort()
                            + "/\r\n\r\n");
            try (RtspCamera camera = new RtspCamera(Film.random(Codec.H264, 60, 2_000), manners)) {
                Source source = new FfmpegRtspSource(target(camera), CHILD);
                source.open(told);
                Await.until("the end", () -> !told.ends.isEmpty());
                assertThat(told.words).last().isEqualTo("ended rtsp-redirect");
                source.close();
            }
            trap.setSoTimeout(1);
            assertThat(trap).satisfies(FallbackTest::hasNoCaller);
        }
    }

    private static void hasNoCaller(ServerSocket trap) throws IOException {
        assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void findsARedirectHoweverItIsCut() {
        String answer = "RTSP/1.0 301 X\r\nCSeq: 2\r\nLoc\rATION: rtsp://10.0.0.1/\r\n\r\n";
        for (int cut = 0; cut <= answer.length(); cut++) {
            RedirectWatch watch = new RedirectWatch();
            byte[] first = answer.substring(0, cut).getBytes(US_ASCII);
            byte[] rest = answer.substring(cut).getBytes(US_ASCII);
            assertThat(watch.sees(first, first.length) || watch.sees(rest, rest.length))
                    .isTrue();
        }
        byte[] harmless = "RTSP/1.0 200 OK\r\nRange: npt=0-\r\nX-Local: on\r\n\r\nlocation".getBytes(US_ASCII);
        assertThat(new RedirectWatch().sees(harmless, harmless.length)).isFalse();
    }
}
