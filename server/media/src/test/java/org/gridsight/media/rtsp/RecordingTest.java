package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.Told;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.EventLoop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of real encoders come through a simulated camera as they went in: FFmpeg sees the same pictures. */
class RecordingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "H264, h264, libx264, keyint=25:bframes=0",
        "H264, h264, libx264, keyint=25:bframes=3:slices=4:aud=1",
        "H265, hevc, libx265, keyint=25:bframes=0:log-level=none"
    })
    void keepsEveryPicture(Codec codec, String kind, String encoder, String options)
            throws IOException, InterruptedException {
        String set = encoder.equals("libx264") ? "-x264-params" : "-x265-params";
        String input = "testsrc2=size=640x360:rate=25:duration=3";
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                input,
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                encoder,
                set,
                options,
                "-f",
                kind,
                "sent");
        Film film = Film.parse(codec, Files.readAllBytes(folder.resolve("sent")));
        RtspManners manners = new RtspManners();
        manners.pictures = film.frames().size();
        Told told = new Told();
        try (EventLoop loop = new EventLoop("recording");
                RtspCamera camera = new RtspCamera(film, manners);
                RtspSource source = new RtspSource(loop, target(camera))) {
            source.open(told);
            Await.until("all pictures", () -> told.pictures.size() == 75);
            assertThat(told.faults).isEmpty();
            assertThat(told.formats).hasSize(1);
        }
        Files.write(
                folder.resolve("received"),
                GStreamerTest.annexB(told.formats.get(0).sets(), told.pictures));
        assertThat(hashes(kind, "received")).isEqualTo(hashes(kind, "sent"));
    }

    @Test
    void readsAFilmAsFfmpegCountsIt() throws IOException, InterruptedException {
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=25:duration=1",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-g",
                "10",
                "-f",
                "h264",
                "film");
        Film film = Film.parse(Codec.H264, Files.readAllBytes(folder.resolve("film")));
        assertThat(film.frames()).hasSize(25);
        assertThat(film.isKey(0)).isTrue();
        assertThat(film.sets()).hasSize(2);
    }

    private static RtspTarget target(RtspCamera camera) {
        return new RtspTarget(
                camera.address(),
                new CameraUrl("127.0.0.1", camera.address().getPort(), "/film", Optional.empty()),
                Optional.empty(),
                RtspTransport.TCP,
                GStreamerTest.PATIENT);
    }

    private String hashes(String kind, String file) throws IOException, InterruptedException {
        return FfmpegTool.run(
                folder, "ffmpeg", "-f", kind, "-i", file, "-fps_mode", "passthrough", "-f", "framemd5", "-");
    }
}
