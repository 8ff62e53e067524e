package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws of the SQL files that no database would report. */
class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** A killed H2 with one does not open again (decision 0008). */
    @Test
    void embeddedDatabaseHasNoSpatialIndex() throws IOException {
        assertThat(files("common")).isNotEmpty();
        for (Path file :
                Stream.concat(files("common").stream(), files("h2").stream()).toList()) {
            assertThat(Files.readString(file).toLowerCase(Locale.ROOT))
                    .as("%s", file)
                    .doesNotContain("spatial index");
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> entries = Files.list(MIGRATIONS.resolve(folder))) {
            return entries.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }
}
