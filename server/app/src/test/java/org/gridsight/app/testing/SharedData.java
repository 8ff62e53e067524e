package org.gridsight.app.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The evaluation data beside the repository. Its absence is the one reason to skip a test in silence. */
public final class SharedData {

    private SharedData() {}

    public static Path file(String path) {
        Optional<Path> root = find();
        assumeTrue(root.isPresent(), "no shared/data above " + Path.of("").toAbsolutePath());
        return root.orElseThrow().resolve(path);
    }

    private static Optional<Path> find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }
}
