package org.gridsight.media.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How the child is started from a folder of classes and out of the product's one jar. */
class DecoderCommandTest {

    @Test
    void usesTheLauncherOfTheJarAroundIt() {
        String location = "jar:nested:/opt/grid%20sight/gridsight.jar/!BOOT-INF/lib/gridsight-media.jar!/";
        assertThat(DecoderCommand.program(DecoderMain.class.getName(), location))
                .containsExactly(
                        "-Dloader.main=org.gridsight.media.analysis.DecoderMain",
                        "-cp",
                        "/opt/grid sight/gridsight.jar",
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
    }

    @Test
    void usesTheClassPathElsewhere() {
        assertThat(DecoderCommand.program(DecoderMain.class.getName(), "file:target/classes/"))
                .containsExactly(
                        "-cp", System.getProperty("java.class.path"), "org.gridsight.media.analysis.DecoderMain");
    }

    @Test
    void boundsTheHeap() {
        assertThat(DecoderCommand.of(DecoderSettings.usual(Path.of("natives")))).contains("-Xmx128m");
    }
}
