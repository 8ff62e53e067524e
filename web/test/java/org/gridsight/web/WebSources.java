package org.gridsight.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the web module as the tests see them; Maven and IDEs both run with the module as working directory. */
final class WebSources {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    private WebSources() {}

    static Path root() {
        return ROOT;
    }

    /** All files below a folder of the module whose name ends so, in a stable order; none when it does not exist. */
    static List<Path> under(String folder, String ending) {
        Path start = ROOT.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
