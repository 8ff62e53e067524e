package org.gridsight.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.imageio.ImageIO;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.analysis.Mask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of real recordings, made in the child process and read by FFmpeg. */
class CopyProcessTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Mask LEFT = new Mask(new double[] {0, 0, 0.5, 0, 0.5, 1, 0, 1});
    private static final Instant THEN = Instant.parse("2026-03-05T06:00:00Z");

    @TempDir
    private Path folder;

    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        watchdog.shutdownNow();
    }

    private CopyProcess process() {
        return new CopyProcess(new ChildSettings(192, folder.resolve("natives")), watchdog);
    }

    private CopyOrder order(List<Mask> masks) {
        return new CopyOrder(
                folder.resolve("original.mp4"),
                folder.resolve("copy.mp4"),
                masks,
                "导出 张三 zhangsan 2026-03-05",
                "村口球机",
                ZoneId.of("Asia/Shanghai"),
                List.of(new CopyOrder.Moment(0, THEN), new CopyOrder.Moment(1_000, THEN.plusSeconds(60))));
    }

    @Test
    void masksAndMarksEveryPictureAndLosesNone() throws IOException, InterruptedException, CopyFailed {
        String source = "color=gray:size=640x360:rate=10:duration=2";
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                source,
                "-pix_fmt",
                "yuv420p",
                "-bf",
                "2",
                "-movflags",
                "frag_every_frame+empty_moov",
                "original.mp4");
        process().make(order(List.of(LEFT)), LONG);

        assertThat(FfmpegTool.run(
                        folder,
                        "ffprobe",
                        "-count_packets",
                        "-show_entries",
                        "stream=codec_name,width,height,nb_read_packets",
                        "-of",
                        "csv=p=0",
                        "copy.mp4"))
                .startsWith("h264,640,360,20");
        FfmpegTool.run(folder, "ffmpeg", "-i", "copy.mp4", "-fps_mode", "passthrough", "picture-%02d.png");
        for (int i = 1; i <= 20; i++) {
            looksAsItShould(i);
        }
        hasItsIndexInFront();
    }

    private void looksAsItShould(int i) throws IOException {
        BufferedImage picture = Objects.requireNonNull(
                ImageIO.read(folder.resolve("picture-%02d.png".formatted(i)).toFile()));
        // away from all marks: black behind the mask, grey beside it
        assertThat(picture.getRGB(20, 120) & 0xff).as("masked, picture %s", i).isLessThan(40);
        assertThat(picture.getRGB(600, 80) & 0xff).as("open, picture %s", i).isBetween(90, 160);
        assertThat(whites(picture, 0, 30)).as("the clock on picture %s", i).isGreaterThan(50);
        assertThat(whites(picture, 335, 360)).as("the mark below picture %s", i).isGreaterThan(50);
    }

    private void hasItsIndexInFront() throws IOException {
        byte[] index = Files.readAllBytes(folder.resolve("copy.mp4"));
        assertThat(new String(index, StandardCharsets.ISO_8859_1).indexOf("moov"))
                .as("the index lies in front")
                .isLessThan(100);
    }

    private static int whites(BufferedImage picture, int top, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xff) > 200 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void tellsTheTimeOfEachSegment() {
        CopyOrder order = order(List.of());
        assertThat(order.at(0)).isEqualTo(THEN);
        assertThat(order.at(999)).isEqualTo(THEN.plusMillis(999));
        assertThat(order.at(1_500)).isEqualTo(THEN.plusMillis(60_500));
    }

    @Test
    void saysWhatWentWrong() throws IOException {
        Files.writeString(folder.resolve("original.mp4"), "no movie at all");
        assertThatThrownBy(() -> process().make(order(List.of()), LONG))
                .isInstanceOfSatisfying(
                        CopyFailed.class,
                        failed -> assertThat(failed.fault().code()).isEqualTo("copy-failed"));
        CopyProcess silent = new CopyProcess(List.of("/bin/cat"), watchdog);
        assertThatThrownBy(() -> silent.make(order(List.of()), Duration.ofMillis(200)))
                .isInstanceOfSatisfying(
                        CopyFailed.class,
                        failed -> assertThat(failed.fault().code()).isEqualTo("copy-died"));
    }
}
