package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker/ passes to the product: every fixed setting, and every port that devices come in by. */
class ComposeTest {

    private static final Path DOCKER = Path.of("../../docker").toAbsolutePath().normalize();

    /** Of section 1 of the contract. */
    private static final List<String> SETTINGS = List.of(
            "SERVER_PORT",
            "SERVER_ADDRESS",
            "GRIDSIGHT_DATA_DIR",
            "SPRING_DATASOURCE_URL",
            "SPRING_DATASOURCE_USERNAME",
            "SPRING_DATASOURCE_PASSWORD",
            "GRIDSIGHT_DEMO",
            "GRIDSIGHT_DEMO_SEED",
            "GRIDSIGHT_DEMO_LIVE",
            "GRIDSIGHT_POSITION_MAX_AGE",
            "GRIDSIGHT_WEBHOOK_NETWORKS",
            "GRIDSIGHT_DEMO_PASSWORD",
            "GRIDSIGHT_ADMIN_PASSWORD",
            "GRIDSIGHT_SIP_PORT",
            "GRIDSIGHT_SIP_ID",
            "GRIDSIGHT_SIP_DOMAIN",
            "GRIDSIGHT_SIP_PASSWORD",
            "GRIDSIGHT_SIP_ADDRESS",
            "GRIDSIGHT_RTP_PORTS",
            "GRIDSIGHT_CAMERA_NETWORKS");

    private static Map<?, ?> app() throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<?, ?> compose = yaml.load(Files.readString(DOCKER.resolve("compose.yml")));
        return (Map<?, ?>) of((Map<?, ?>) of(compose, "services"), "app");
    }

    private static Object of(Map<?, ?> parent, String key) {
        return Objects.requireNonNull(parent.get(key), key);
    }

    private static Map<?, ?> environment() throws IOException {
        return (Map<?, ?>) of(app(), "environment");
    }

    @Test
    void passesEverySettingOn() throws IOException {
        List<String> passed =
                environment().keySet().stream().map(String::valueOf).toList();
        assertThat(passed).containsAll(SETTINGS);
    }

    @Test
    void publishesThePortsOfDevicesForBothProtocolsUnderTheirOwnNumber() throws IOException {
        List<String> published =
                ((List<?>) of(app(), "ports")).stream().map(String::valueOf).toList();
        String sip = "${GRIDSIGHT_SIP_PORT:-5060}";
        String pictures = "${GRIDSIGHT_RTP_PORTS:-30000-30099}";
        for (String ports : List.of(sip, pictures, "5070-5079")) {
            assertThat(published).contains(ports + ":" + ports + "/udp", ports + ":" + ports + "/tcp");
        }
        assertThat(of(environment(), "GRIDSIGHT_SIP_PORT")).isEqualTo(sip);
        assertThat(of(environment(), "GRIDSIGHT_RTP_PORTS")).isEqualTo(pictures);
        assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
                .contains("sip-ports: 5070-5079");
    }

    @Test
    void theSampleSettingsNameWhatMayBeSetForCameras() throws IOException {
        String sample = Files.readString(DOCKER.resolve(".env.example"));
        for (String setting : SETTINGS) {
            if (setting.contains("_SIP_") || setting.contains("_RTP_") || setting.contains("_CAMERA_")) {
                assertThat(sample).contains(setting + "=");
            }
        }
    }

    @Test
    void theImageHasAFontForTheWordsInExportedClips() throws IOException {
        assertThat(Files.readString(DOCKER.resolve("Dockerfile")))
                .containsPattern("apt-get install .*fonts-wqy-microhei");
    }
}
