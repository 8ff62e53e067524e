package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;

/** What the worker page keeps for times without a network: everything it needs, nothing heavy. */
class FieldShellTest {

    private static final int MOST_BYTES = 150 * 1024;

    private final FieldShell shell = new FieldShell(new DefaultResourceLoader());

    FieldShellTest() throws IOException {}

    @Test
    void followsLinksAndImportsToTheirEnds() {
        assertThat(paths())
                .contains("/field", "/src/field/main.js", "/src/style/field.css", "/src/style/icon.svg")
                .contains("/src/state/outbox.js", "/src/i18n/message.js")
                .doesNotHaveDuplicates()
                .noneMatch(path -> path.contains("leaflet") || path.startsWith("/src/map/townMap"));
    }

    @Test
    void fitsIntoAHundredAndFiftyKilobytesOnTheWire() throws IOException {
        int sum = packed(shell.bytesOf("/src/field/serviceWorker.js"));
        for (String path : paths()) {
            sum += packed(shell.bytesOf(path));
        }
        assertThat(sum).isLessThan(MOST_BYTES);
    }

    private List<String> paths() {
        return shell.shell().files().stream().map(FieldShell.ShellFile::path).toList();
    }

    private static int packed(byte[] file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        }
        return packed.size();
    }
}
