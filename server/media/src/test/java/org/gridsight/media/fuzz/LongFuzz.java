package org.gridsight.media.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coverage-guided fuzzing with Jazzer, a process for each target: {@code mvn -Pfuzz test -pl server/media
 * [-Dfuzz.seconds=60]}. What it finds lies in {@code target/fuzz} and belongs into {@link FuzzRegressionTest}'s folder.
 */
class LongFuzz {

    private static final int SPARE_SECONDS = 120;

    static List<FuzzTarget> targets() {
        return FuzzTargets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void findsNothing(FuzzTarget target) throws IOException, InterruptedException {
        int seconds = Integer.getInteger("fuzz.seconds", 60);
        Path folder = Path.of("target/fuzz", target.name()).toAbsolutePath();
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (int i = 0; i < target.seeds().size(); i++) {
            Files.write(corpus.resolve("seed-" + i), target.seeds().get(i));
        }
        Path log = folder.resolve("log.txt");
        Process engine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dgridsight.fuzz=" + target.name(),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + JazzerEntry.class.getName(),
                        "--instrumentation_includes=org.gridsight.**:gov.nist.**",
                        "-max_total_time=" + seconds,
                        "-timeout=20",
                        "-max_len=65536",
                        corpus.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(engine.waitFor(seconds + SPARE_SECONDS, TimeUnit.SECONDS))
                    .as("ends by itself")
                    .isTrue();
            assertThat(engine.exitValue()).as("see %s", log).isZero();
        } finally {
            engine.destroyForcibly();
        }
    }
}
