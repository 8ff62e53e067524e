package org.gridsight.media;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** FFmpeg's command line, the outside witness for our streams; where it is missing a test is skipped and says so. */
public final class FfmpegTool {

    private FfmpegTool() {}

    /** Runs ffmpeg or ffprobe and answers its standard output. */
    public static String run(Path folder, String program, String... arguments)
            throws IOException, InterruptedException {
        Path binary = Path.of("/usr/bin", program);
        if (!Files.isExecutable(binary)) {
            return missing("skipped: " + binary + " is not installed (Debian package ffmpeg)");
        }
        List<String> command = new ArrayList<>(List.of(binary.toString(), "-v", "error"));
        if (program.equals("ffmpeg")) {
            command.addAll(List.of("-nostdin", "-y"));
        }
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, program, ".out");
        Path complaints = Files.createTempFile(folder, program, ".err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(complaints.toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail(program + " did not end: " + command);
        }
        String complaint = Files.readString(complaints, StandardCharsets.UTF_8);
        if (process.exitValue() != 0 || !complaint.isBlank()) {
            fail(program + " answered " + process.exitValue() + ": " + complaint);
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Skips the test, or fails it where everything is required. */
    public static String missing(String reason) {
        if ("1".equals(System.getenv("GRIDSIGHT_REQUIRE_ALL"))) {
            return fail(reason);
        }
        System.out.println(reason);
        return abort(reason);
    }
}
