package org.gridsight.media.fmp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.TestClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write of real streams is what FFmpeg and our own box reader read. */
class FragmentWriterTest {

    @TempDir
    Path folder;

    @Test
    void writesH264InOrder() throws IOException, InterruptedException {
        TestClip clip = TestClip.make(folder, Codec.H264, "-c:v", "libx264", "-level", "3.1", "-bf", "0", "-g", "25");
        InitSegment init = writeMovie(clip);
        assertThat(init.mime()).isEqualTo("video/mp4; codecs=\"avc1.64001F\"");
        assertThat(new int[] {init.width(), init.height()}).containsExactly(320, 180);
        assertThat(probe("stream=codec_name,width,height")).contains("h264,320,180");
        assertPicturesDecode(100);
    }

    @Test
    void showsBFramesAtTheirTimes() throws IOException, InterruptedException {
        TestClip clip = TestClip.make(folder, Codec.H264, "-c:v", "libx264", "-bf", "3", "-g", "50");
        writeMovie(clip);
        List<Long> shown = probe("packet=pts")
                .lines()
                .map(FragmentWriterTest::number)
                .sorted()
                .toList();
        List<Long> decoded =
                probe("packet=dts").lines().map(FragmentWriterTest::number).toList();
        assertThat(steps(shown)).containsOnly(3600L);
        assertThat(steps(decoded)).allMatch(step -> step > 0);
        assertPicturesDecode(100);
    }

    @Test
    void writesH265WithItsFullName() throws IOException, InterruptedException {
        TestClip clip = TestClip.make(
                folder, Codec.H265, "-c:v", "libx265", "-x265-params", "log-level=none:keyint=25:bframes=2");
        InitSegment init = writeMovie(clip);
        assertThat(init.mime()).startsWith("video/mp4; codecs=\"hvc1.1.6.L60.");
        assertThat(probe("stream=codec_name,codec_tag_string,width,height")).contains("hevc,hvc1,320,180");
        List<Long> shown = probe("packet=pts")
                .lines()
                .map(FragmentWriterTest::number)
                .sorted()
                .toList();
        assertThat(steps(shown)).containsOnly(3600L);
        assertPicturesDecode(100);
    }

    @Test
    void placesThePictureWhereTheHeaderSays() throws IOException, InterruptedException {
        TestClip clip = TestClip.make(folder, Codec.H264, "-c:v", "libx264", "-bf", "0", "-g", "25");
        FragmentWriter writer = new FragmentWriter();
        writer.format(clip.format());
        AccessUnit first = clip.pictures().get(0);
        Fragment fragment = writer.picture(first);
        BoxReader boxes = new BoxReader(fragment.bytes());
        assertThat(boxes.topLevel()).containsExactly("moof", "mdat");
        assertThat(boxes.ints("moof/traf/trun"))
                .containsExactly(0x000f01, 1, Fragment.SAMPLE_OFFSET, 3600, first.sample().length, 0x02000000, 0);
        byte[] sample = new byte[first.sample().length];
        System.arraycopy(fragment.bytes(), Fragment.SAMPLE_OFFSET, sample, 0, sample.length);
        assertThat(sample).isEqualTo(first.sample());
    }

    private InitSegment writeMovie(TestClip clip) throws IOException {
        FragmentWriter writer = new FragmentWriter();
        InitSegment init = writer.format(clip.format()).orElseThrow();
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        movie.write(init.bytes());
        for (AccessUnit picture : clip.pictures()) {
            movie.write(writer.picture(picture).bytes());
        }
        Files.write(folder.resolve("ours.mp4"), movie.toByteArray());
        return init;
    }

    private void assertPicturesDecode(int count) throws IOException, InterruptedException {
        FfmpegTool.run(folder, "ffmpeg", "-xerror", "-i", "ours.mp4", "-f", "null", "-");
        String read = FfmpegTool.run(
                folder,
                "ffprobe",
                "-count_frames",
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "csv=p=0",
                "ours.mp4");
        assertThat(number(read)).isEqualTo(count);
    }

    private String probe(String entries) throws IOException, InterruptedException {
        return FfmpegTool.run(folder, "ffprobe", "-show_entries", entries, "-of", "csv=p=0", "ours.mp4");
    }

    private static long number(String line) {
        return Long.parseLong(line.replace(",", "").strip());
    }

    private static List<Long> steps(List<Long> times) {
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            steps.add(times.get(i) - times.get(i - 1));
        }
        return steps;
    }
}
