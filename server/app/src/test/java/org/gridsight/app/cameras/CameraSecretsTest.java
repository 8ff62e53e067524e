package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.gridsight.media.net.CameraUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** Seals that open only with their key for their thing, and the networks of cameras. */
class CameraSecretsTest {

    @TempDir
    private Path folder;

    private static CameraSettings settings(String key, String... networks) {
        return new CameraSettings(
                List.of(networks), key, Duration.ofMinutes(5), Duration.ZERO, 1, 1, 1, 1, false, List.of());
    }

    @Test
    void opensOnlyWithItsKeyForItsThing() throws IOException {
        CameraSecrets secrets = new CameraSecrets(settings(""), folder.toString());
        String sealed = secrets.seal("camera-1", "geheim");
        assertThat(secrets.open("camera-1", sealed)).contains("geheim");
        assertThat(secrets.open("camera-2", sealed)).isEmpty();
        assertThat(secrets.seal("camera-1", "geheim")).isNotEqualTo(sealed);
        assertThat(secrets.open("camera-1", "kaputt")).isEmpty();
        // the next start finds the same key
        assertThat(new CameraSecrets(settings(""), folder.toString()).open("camera-1", sealed))
                .contains("geheim");
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(new CameraSecrets(settings(other), folder.toString()).open("camera-1", sealed))
                .isEmpty();
        Path file = folder.resolve("camera.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(settings(other).toString()).doesNotContain(other);
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThatThrownBy(() -> new CameraSecrets(settings("short"), folder.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GRIDSIGHT_CAMERA_KEY");
    }

    @Test
    void takesLoopbackAndLinkLocalOnlyWhenListed() throws Exception {
        CameraNetworks all =
                new CameraNetworks(settings("", "0.0.0.0/0", "::/0"), "jdbc:h2:mem:x", new MockEnvironment());
        assertThat(all.mayConnect(new InetSocketAddress("203.0.113.9", 30_000))).isTrue();
        for (String never : List.of("127.0.0.1", "169.254.169.254", "::1", "fe80::1", "0.0.0.0", "::", "224.0.0.1")) {
            assertThat(all.mayConnect(new InetSocketAddress(never, 30_000)))
                    .as(never)
                    .isFalse();
        }
        CameraNetworks listed = new CameraNetworks(
                settings("", "127.0.0.0/8", "192.168.4.0/22"),
                "jdbc:postgresql://127.0.0.1:5499/gridsight",
                new MockEnvironment()
                        .withProperty("local.server.port", "8088")
                        .withProperty("gridsight.sip.port", "5061"));
        assertThat(listed.mayConnect(new InetSocketAddress("127.0.0.1", 30_000)))
                .isTrue();
        assertThat(listed.mayConnect(new InetSocketAddress("::ffff:127.0.0.1", 30_000)))
                .isTrue();
        assertThat(listed.mayConnect(new InetSocketAddress("192.168.7.255", 30_000)))
                .isTrue();
        assertThat(listed.mayConnect(new InetSocketAddress("192.168.8.0", 30_000)))
                .isFalse();
        for (int own : List.of(5_499, 8_088, 5_061)) {
            assertThat(listed.mayConnect(new InetSocketAddress("127.0.0.1", own)))
                    .as("port " + own)
                    .isFalse();
        }
        assertThat(listed.mayConnect(new InetSocketAddress("192.168.7.255", 8_088)))
                .isTrue();
        assertThat(listed.mayConnect(new InetSocketAddress("192.168.7.255", 5_499)))
                .isFalse();
        assertThat(listed.mayConnect(InetSocketAddress.createUnresolved("camera", 30_000)))
                .isFalse();
        assertThat(listed.refusalOf(CameraUrl.parse("rtsp://127.0.0.1/a"))).isEmpty();
        assertThat(listed.refusalOf(CameraUrl.parse("rtsp://127.0.0.1:8088/a"))).isPresent();
        assertThat(listed.refusalOf(CameraUrl.parse("rtsp://127.0.0.1:5499/a"))).isPresent();
    }
}
