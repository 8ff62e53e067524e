package org.gridsight.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs a test needs and a machine may lack. A missing one skips the test with a printed reason, or fails it where
 * {@code GRIDSIGHT_REQUIRE_ALL=1} says that everything must be there (CI).
 */
public final class Requires {

    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private Requires() {}

    /** The browser for Playwright. */
    public static Path chromium() {
        return BROWSERS.stream()
                .map(Requires::onPath)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> missing("no Chromium found; Debian package: chromium"));
    }

    /** GDAL's converter, an independent writer of shapefiles. */
    public static Path ogr2ogr() {
        return onPath("ogr2ogr").orElseGet(() -> missing("no ogr2ogr found; Debian package: gdal-bin"));
    }

    /** The folder of initdb and pg_ctl of the newest PostgreSQL that has PostGIS. */
    public static Path postgis() {
        return children(POSTGRES).stream()
                .filter(home -> Files.isExecutable(home.resolve("bin/initdb")))
                .filter(home -> Files.exists(
                        Path.of("/usr/share/postgresql", home.getFileName().toString(), "extension/postgis.control")))
                .max(Comparator.comparingInt(home -> version(home.getFileName().toString())))
                .map(home -> home.resolve("bin"))
                .orElseGet(() -> missing(
                        "no PostgreSQL with PostGIS found; Debian packages: postgresql, postgresql-15-postgis-3"));
    }

    /** Skips the test, or fails it where everything is required. */
    public static <T> T missing(String reason) {
        if ("1".equals(System.getenv("GRIDSIGHT_REQUIRE_ALL"))) {
            return Assertions.fail("GRIDSIGHT_REQUIRE_ALL=1, but " + reason);
        }
        System.out.println("SKIPPED: " + reason);
        return Assumptions.abort(reason);
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(String name) {
        return name.matches("\\d{1,4}") ? Integer.parseInt(name) : 0;
    }
}
