package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Stills of real coded pictures, decoded in the child process: scaled, and masked for whoever lacks the right. */
@EmbeddedTown
class StillsTest extends CameraTown {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Autowired
    private MediaEngine engine;

    @TempDir
    private Path folder;

    private Film white() throws IOException, InterruptedException {
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                "color=white:size=320x180:rate=10:duration=3",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "10",
                "-bf",
                "0",
                "-f",
                "h264",
                "film.h264");
        return Film.parse(Codec.H264, Files.readAllBytes(folder.resolve("film.h264")));
    }

    /** A cold camera and a cold decoder may need more than one try. */
    private static BufferedImage still(Client person, String camera, String more) throws IOException {
        String path = "/media/cameras/" + camera + "/snapshot.jpg?ticket=" + ticket(person, camera) + more;
        Client.Reply reply = await().atMost(LIMIT).until(() -> person.get(path), answer -> answer.status() == 200);
        assertThat(reply.headers().get("content-type")).isEqualTo("image/jpeg");
        assertThat(reply.headers().get("cache-control")).contains("no-store");
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(reply.body())));
    }

    private static int brightness(BufferedImage image, double x, double y) {
        return image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())) & 0xff;
    }

    @Test
    void areMaskedForWhoeverMayNotSeeBehindTheMasks() throws IOException, InterruptedException {
        RtspManners manners = new RtspManners();
        manners.rate = 10;
        manners.pictures = 0;
        try (RtspCamera device = new RtspCamera(white(), manners)) {
            Map<String, Object> body = camera();
            body.put("streamUrl", "rtsp://127.0.0.1:" + device.address().getPort() + "/ch1");
            body.put("masks", List.of(List.of(List.of(0, 0), List.of(0.5, 0), List.of(0.5, 1), List.of(0, 1))));
            String camera = enter(body);

            BufferedImage masked = still(duty, camera, "&width=160");
            assertThat(masked.getWidth()).isEqualTo(160);
            assertThat(brightness(masked, 0.25, 0.5)).isLessThan(40);
            assertThat(brightness(masked, 0.75, 0.5)).isGreaterThan(200);

            // the masked one is fresh and shared, but not with whoever may see behind the masks
            assertThat(brightness(still(video, camera, "&width=160"), 0.25, 0.5))
                    .isGreaterThan(200);
            assertThat(brightness(still(duty, camera, "&width=160"), 0.25, 0.5)).isLessThan(40);
            BufferedImage whole = still(video, camera, "");
            assertThat(whole.getWidth()).isEqualTo(320);
            assertThat(brightness(whole, 0.25, 0.5)).isGreaterThan(200);
            assertThat(faulty(duty.get(
                            "/media/cameras/" + camera + "/snapshot.jpg?width=1&ticket=" + ticket(duty, camera))))
                    .containsExactly("width");
            engine.hubs().remove(camera);
        }
    }

    @Test
    void takeMasksOnlyAsPolygonsOfThePicture() {
        Map<String, Object> body = camera();
        for (Object bad : List.of(
                List.of(List.of(List.of(0, 0), List.of(1, 1))),
                List.of(List.of(List.of(0, 0), List.of(2, 1), List.of(1, 1))),
                List.of(List.of(List.of(0, 0), List.of(0), List.of(1, 1))))) {
            body.put("masks", bad);
            assertThat(faulty(video.post("/api/cameras", body))).containsExactly("masks");
        }
    }
}
