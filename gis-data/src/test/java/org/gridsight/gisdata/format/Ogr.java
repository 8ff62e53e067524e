package org.gridsight.gisdata.format;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** GDAL's command line, the outside witness for our files. */
final class Ogr {

    private Ogr() {}

    static String run(Path folder, String program, String... arguments) throws IOException, InterruptedException {
        Path binary = Path.of("/usr/bin", program);
        if (!Files.isExecutable(binary)) {
            String reason = "skipped: " + binary + " is not installed (Debian package gdal-bin)";
            if ("1".equals(System.getenv("GRIDSIGHT_REQUIRE_ALL"))) {
                fail(reason);
            }
            System.out.println(reason);
            abort(reason);
        }
        List<String> command = new ArrayList<>(List.of(binary.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "ogr", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail(command + " did not end");
        }
        String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            fail(command + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }
}
