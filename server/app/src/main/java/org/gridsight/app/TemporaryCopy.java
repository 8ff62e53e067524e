package org.gridsight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A backup unpacked beside the product's data, to be looked at and thrown away. */
record TemporaryCopy(Path folder, Database database) implements AutoCloseable {

    static TemporaryCopy of(Path backup) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("gridsight-copy");
        EmbeddedFile.read(backup, folder.resolve("copy.mv.db"));
        String url = "jdbc:h2:file:" + folder.resolve("copy") + ";WRITE_DELAY=0";
        return new TemporaryCopy(folder, new Database(url, "sa", ""));
    }

    @Override
    public void close() throws IOException {
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(folder)) {
            entries = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }
}
