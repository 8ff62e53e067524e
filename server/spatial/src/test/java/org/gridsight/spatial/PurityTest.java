package org.gridsight.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Direction law L2: algorithms take time and seed as arguments and touch no file; only the command line may. */
class PurityTest {

    private static final Path SOURCES = Path.of("src/main/java/org/gridsight/spatial");
    private static final List<String> NEVER = List.of(
            "Instant.now",
            "LocalDate.now",
            "System.currentTimeMillis",
            "Clock.system",
            "new Random()",
            "Math.random",
            "ThreadLocalRandom",
            "parallelStream",
            "LoggerFactory",
            "org.springframework",
            "jakarta.");
    private static final List<String> ONLY_IN_CLI = List.of(
            "java.io", "java.nio.file", "System.out", "System.err", "System.nanoTime", "new Thread(", "Executors.");

    @Test
    void keepsClockRandomAndFilesOutOfAlgorithms() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(files).isNotEmpty();
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file);
            NEVER.stream().filter(text::contains).forEach(word -> faults.add(file + " uses " + word));
            if (!SOURCES.relativize(file).startsWith("cli")) {
                ONLY_IN_CLI.stream().filter(text::contains).forEach(word -> faults.add(file + " uses " + word));
            }
        }
        assertThat(faults).isEmpty();
    }
}
