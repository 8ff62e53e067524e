package org.gridsight.app.live;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The promises of {@code /live} on the embedded database. */
class LiveOnH2Test extends LiveContract {

    @TempDir
    static Path folder;

    @Override
    Map<String, String> database() {
        return Map.of("url", "jdbc:h2:file:" + folder.resolve("live") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000");
    }
}
