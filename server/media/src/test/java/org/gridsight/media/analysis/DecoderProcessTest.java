package org.gridsight.media.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.TestClip;
import org.gridsight.media.VideoFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stills out of a real child process, which is killed, hung and fed garbage. */
class DecoderProcessTest {

    @TempDir
    Path folder;

    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        watchdog.shutdownNow();
    }

    @Test
    void makesMaskedStillsAndGreyPlanes() throws Exception {
        TestClip clip = clip(Codec.H264, "-c:v", "libx264");
        Mask left = new Mask(new double[] {0, 0, 0.5, 0, 0.5, 1, 0, 1});
        try (DecoderProcess decoder = decoder()) {
            Still still = get(decoder.make(request(clip, 160, 64, List.of(left))));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(still.jpeg()));
            assertThat(image.getWidth()).isEqualTo(160);
            assertThat(image.getHeight()).isEqualTo(90);
            assertThat(brightest(image, 0, 78)).isLessThan(24);
            assertThat(brightest(image, 84, 160)).isGreaterThan(200);
            assertThat(still.plane().width()).isEqualTo(64);
            assertThat(still.plane().height()).isEqualTo(36);
            assertThat(still.plane().pixels()).isNotEqualTo(new byte[64 * 36]);
        }
    }

    @Test
    void decodesH265() throws Exception {
        TestClip clip = clip(Codec.H265, "-c:v", "libx265", "-x265-params", "log-level=none");
        try (DecoderProcess decoder = decoder()) {
            Still still = get(decoder.make(request(clip, 0, 0, List.of())));
            assertThat(new int[] {still.width(), still.height()}).containsExactly(320, 180);
        }
    }

    @Test
    void losesOnePictureWhenTheChildDiesAndStartsAgain() throws Exception {
        TestClip clip = clip(Codec.H264, "-c:v", "libx264");
        StillRequest request = request(clip, 64, 0, List.of());
        try (DecoderProcess decoder = decoder()) {
            get(decoder.make(request));
            ProcessHandle child = ProcessHandle.of(decoder.pid().orElseThrow()).orElseThrow();
            child.destroyForcibly();
            Await.until("the child is dead", () -> !child.isAlive());
            assertThat(failure(decoder.make(request))).isEqualTo("decoder-died");
            assertThat(get(decoder.make(request)).jpeg()).isNotEmpty();
            assertThat(decoder.starts()).isEqualTo(2);
            assertThat(decoder.crashes()).isEqualTo(1);
        }
    }

    @Test
    void killsAChildThatHangs() throws Exception {
        TestClip clip = clip(Codec.H264, "-c:v", "libx264");
        // says that it is ready (G) and never anything more
        List<String> hanging = List.of("/bin/sh", "-c", "printf G; exec cat >/dev/null");
        DecoderSettings settings = new DecoderSettings(64, Duration.ofMillis(300), 4, folder);
        try (DecoderProcess decoder = new DecoderProcess(settings, watchdog, hanging)) {
            StillRequest request = request(clip, 64, 0, List.of());
            assertThat(failure(decoder.make(request))).isEqualTo("decoder-died");
            assertThat(decoder.pid()).isEmpty();
            assertThat(decoder.crashes()).isEqualTo(1);
        }
    }

    @Test
    void restsWhenItDiesAgainAndAgain() throws Exception {
        TestClip clip = clip(Codec.H264, "-c:v", "libx264");
        StillRequest request = request(clip, 64, 0, List.of());
        try (DecoderProcess decoder = new DecoderProcess(settings(), watchdog, List.of("/bin/false"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(failure(decoder.make(request))).isEqualTo("decoder-died");
            }
            for (int i = 0; i < 20; i++) {
                failure(decoder.make(request));
            }
            assertThat(decoder.starts()).isLessThan(10);
        }
    }

    @Test
    void survivesGarbage() throws Exception {
        TestClip clip = clip(Codec.H264, "-c:v", "libx264");
        Random random = new Random(7);
        try (DecoderProcess decoder = decoder()) {
            for (int i = 0; i < 40; i++) {
                byte[] sample = clip.pictures().get(0).sample().clone();
                for (int j = 0; j < 1 + i * 4; j++) {
                    sample[random.nextInt(sample.length)] = (byte) random.nextInt(256);
                }
                StillRequest request = new StillRequest(clip.format(), sample, 64, 32, List.of());
                outcome(decoder.make(request));
            }
            StillRequest empty = new StillRequest(new VideoFormat(Codec.H265, List.of()), new byte[0], 0, 0, List.of());
            assertThat(outcome(decoder.make(empty))).isEqualTo("picture-undecodable");
            assertThat(get(decoder.make(request(clip, 64, 0, List.of()))).jpeg())
                    .isNotEmpty();
        }
    }

    private TestClip clip(Codec codec, String... options) throws IOException, InterruptedException {
        return TestClip.make(folder, codec, options);
    }

    private DecoderSettings settings() {
        return new DecoderSettings(96, Duration.ofSeconds(60), 64, Path.of("target", "natives"));
    }

    private DecoderProcess decoder() {
        return new DecoderProcess(settings(), watchdog);
    }

    private static StillRequest request(TestClip clip, int width, int planeWidth, List<Mask> masks) {
        AccessUnit key = clip.pictures().get(0);
        return new StillRequest(clip.format(), key.sample(), width, planeWidth, masks);
    }

    private static Still get(CompletableFuture<Still> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(120, TimeUnit.SECONDS);
    }

    private static String failure(CompletableFuture<Still> answer) throws InterruptedException, TimeoutException {
        String outcome = outcome(answer);
        assertThat(outcome).isNotEqualTo("still");
        return outcome;
    }

    private static String outcome(CompletableFuture<Still> answer) throws InterruptedException, TimeoutException {
        try {
            get(answer);
            return "still";
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(DecoderFailed.class);
            return ((DecoderFailed) e.getCause()).fault().code();
        }
    }

    private static int brightest(BufferedImage image, int fromX, int toX) {
        int brightest = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = fromX; x < toX; x++) {
                brightest = Math.max(brightest, image.getRaster().getSample(x, y, 1));
            }
        }
        return brightest;
    }
}
