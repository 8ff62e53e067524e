package org.gridsight.spatial;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The evaluation data beside the repository. Its absence is the one reason to skip a test in silence. */
public final class SharedData {

    private SharedData() {}

    public static Path file(String path) {
        Optional<Path> root = find();
        assumeTrue(root.isPresent(), "no shared/data above " + Path.of("").toAbsolutePath());
        return root.orElseThrow().resolve(path);
    }

    /** The rows after the header, split at commas, quotes taken off. */
    public static List<String[]> rows(String path) {
        Path file = file(path);
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = path.endsWith(".gz") ? new GZIPInputStream(plain) : plain;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
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
