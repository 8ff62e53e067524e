package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.access.Standing;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Moving pictures of a masked camera: whoever may not see behind the masks gets them painted in, and never anything else. */
@EmbeddedTown
class MaskedPicturesTest extends CameraTown {

    private static final List<Object> LEFT =
            List.of(List.of(List.of(0, 0), List.of(0.5, 0), List.of(0.5, 1), List.of(0, 1)));

    @Autowired
    private MediaEngine engine;

    @Autowired
    private Cameras cameras;

    @Autowired
    private CameraSources sources;

    @Autowired
    private CameraSettings settings;

    @TempDir
    private Path folder;

    private Film white() throws IOException, InterruptedException {
        String source = "color=white:size=320x180:rate=10:duration=3";
        String[] options = {"-pix_fmt", "yuv420p", "-g", "10", "-bf", "0", "-f", "h264", "film.h264"};
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"-f", "lavfi", "-i", source}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        FfmpegTool.run(folder, "ffmpeg", all);
        return Film.parse(Codec.H264, Files.readAllBytes(folder.resolve("film.h264")));
    }

    @Test
    void areSwitchedToTheMaskedStreamWhenMasksComeAndBackWhenTheyGo() throws IOException, InterruptedException {
        RtspManners manners = new RtspManners();
        manners.rate = 10;
        manners.pictures = 0;
        try (RtspCamera device = new RtspCamera(white(), manners)) {
            Map<String, Object> body = camera();
            body.put("streamUrl", "rtsp://127.0.0.1:" + device.address().getPort() + "/ch1");
            String camera = enter(body);
            String mine = live(camera, ticket(duty, camera));
            String token = duty.createToken("player");
            try (PictureSocket raw = PictureSocket.open(port, mine, token)) {
                raw.await(8);
                change(camera, 0, LEFT);
                assertThat(raw.awaitClose()).isEqualTo(1012);
                assertThat(brightness(raw)).isEqualTo(new Halves(true, true));
            }
            // the same ticket, the same door
            try (PictureSocket masked = PictureSocket.open(port, mine, token)) {
                assertThat(masked.await(14).get(0)).startsWith("{\"mime\":\"video/mp4; codecs=\\\"avc1.42");
                assertThat(brightness(masked)).isEqualTo(new Halves(false, true));
                try (PictureSocket manager =
                        PictureSocket.open(port, live(camera, ticket(video, camera)), video.createToken("player"))) {
                    manager.await(8);
                    assertThat(brightness(manager)).isEqualTo(new Halves(true, true));
                }
                change(camera, 1, List.of());
                assertThat(masked.awaitClose()).isEqualTo(1012);
            }
            engine.masked().remove(camera);
            engine.hubs().remove(camera);
        }
    }

    @Test
    void areStillsOnlyWhenTooManyAreMaskedAlready() {
        Map<String, Object> body = camera();
        body.put("masks", LEFT);
        String id = enter(body);
        CurrentUser person = new CurrentUser("p", "P", Set.of(Role.DISPATCHER), new Scope(""), null, null);
        Standing standing = new Standing(person, "key", false);
        StreamTicket right =
                new StreamTicket(UUID.randomUUID(), cameras.find(id, person.scope()), standing, standing, Instant.MAX);
        CameraSettings none = new CameraSettings(
                settings.networks(),
                settings.key(),
                Duration.ofMinutes(5),
                Duration.ZERO,
                10,
                10,
                0,
                0,
                false,
                List.of());
        assertThatThrownBy(() -> new LiveStreams(engine, cameras, sources, none).open(right, false, viewer -> {}))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.reason()).isEqualTo(CameraReason.MASKED_STILLS));
        assertThat(engine.hubs().find(id)).as("the raw stream was not touched").isEmpty();
    }

    private static String live(String camera, String ticket) {
        return "/media/cameras/" + camera + "/live?ticket=" + ticket;
    }

    private void change(String camera, int version, List<Object> masks) {
        video.patch("/api/cameras/" + camera, Map.of("version", version, "masks", masks))
                .expect(200);
    }

    /** Whether the left and the right half of the picture are bright. */
    private record Halves(boolean left, boolean right) {}

    /** FFmpeg looks at what came over the socket. */
    private Halves brightness(PictureSocket socket) throws IOException, InterruptedException {
        Files.write(folder.resolve("seen.mp4"), socket.movie());
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-i",
                "seen.mp4",
                "-frames:v",
                "1",
                "-vf",
                "scale=64:36",
                "-pix_fmt",
                "gray",
                "-f",
                "rawvideo",
                "seen.grey");
        byte[] grey = Files.readAllBytes(folder.resolve("seen.grey"));
        int middle = 18 * 64;
        return new Halves((grey[middle + 16] & 0xff) > 128, (grey[middle + 48] & 0xff) > 128);
    }
}
