package org.gridsight.media.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same broken inputs on every run, and every input that once did harm: no exception, whatever comes. */
class FuzzRegressionTest {

    private static final int ROUNDS = 8_000;
    private static final int SHOWN_BYTES = 400;
    /** What the long run ({@link LongFuzz}) found, one file each, in a folder of the target's name. */
    private static final Path FOUND = Path.of("src/test/resources/fuzz");

    static List<FuzzTarget> targets() {
        return FuzzTargets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void survivesAnything(FuzzTarget target) throws IOException {
        for (byte[] seed : target.seeds()) {
            survives(target, seed);
        }
        for (byte[] found : found(target)) {
            survives(target, found);
        }
        survives(target, new byte[0]);
        Mutations mutations = new Mutations(target.seeds(), 2_026);
        for (int round = 0; round < ROUNDS; round++) {
            survives(target, mutations.next());
        }
    }

    private static void survives(FuzzTarget target, byte[] input) {
        try {
            target.run().accept(input);
        } catch (RuntimeException | AssertionError harm) {
            String shown = HexFormat.of().formatHex(input, 0, Math.min(input.length, SHOWN_BYTES));
            throw new AssertionError(target + " broke over " + input.length + " bytes " + shown, harm);
        }
    }

    private static List<byte[]> found(FuzzTarget target) throws IOException {
        Path folder = FOUND.resolve(target.name());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> inputs = files.sorted().toList();
            assertThat(inputs).isNotEmpty();
            List<byte[]> found = new java.util.ArrayList<>();
            for (Path input : inputs) {
                found.add(Files.readAllBytes(input));
            }
            return found;
        }
    }
}
