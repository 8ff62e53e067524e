package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An R script that waits: it loads its data, says {@code ready}, and for every line it is sent does its work once and
 * answers seconds and a check sum. So that ours and the peer's rounds alternate in one run.
 */
final class RPeer implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    private RPeer(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** One round of the peer. */
    record Round(double seconds, double checkSum) {}

    /** Starts the script; empty when this machine has no R or the script's packages. */
    static Optional<RPeer> start(Path script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("Rscript", "--vanilla", script.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            RPeer peer = new RPeer(process);
            if ("ready".equals(peer.answers.readLine())) {
                return Optional.of(peer);
            }
            peer.close();
        } catch (IOException noR) {
            // told by the caller as an empty peer
        }
        return Optional.empty();
    }

    /** Writes numbers one a line, for a script to read. */
    static Path numbers(double[] values) throws IOException {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(value).append('\n');
        }
        Path file = Files.createTempFile("gridsight-peer", ".txt");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }

    Round round() {
        try {
            orders.write("again\n");
            orders.flush();
            @Nullable String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the peer ended");
            }
            String[] parts = answer.split(" ");
            return new Round(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
