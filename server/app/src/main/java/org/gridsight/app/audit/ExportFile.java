package org.gridsight.app.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An export of the trail: a title with the ends of the chains, then one record a line. Read without the product. */
final class ExportFile {

    static final String TYPE = "application/x-ndjson";
    static final String FORMAT = "gridsight-audit-1";

    /** The first line. */
    record Title(String format, Instant exportedAt, List<ChainHead> heads) {

        Title {
            heads = List.copyOf(heads);
        }
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;

    ExportFile(Path file) {
        this.file = file;
    }

    ChainVerifier.Verdict verify() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            Title title = title(lines.readLine());
            ChainWalk walk = new ChainWalk();
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Optional<String> fault = step(walk, line, number);
                if (fault.isPresent()) {
                    return walk.verdict(fault);
                }
            }
            return walk.verdict(walk.firstCutChain(title.heads()));
        } catch (CharacterCodingException garbled) {
            throw new IOException(file + " is not UTF-8", garbled);
        }
    }

    private Title title(@Nullable String line) throws IOException {
        try {
            Title title = line == null ? null : json.readValue(line, Title.class);
            if (title != null && FORMAT.equals(title.format())) {
                return title;
            }
        } catch (JacksonException fault) {
            throw new IOException(file + " is no export of the audit trail", fault);
        }
        throw new IOException(file + " is no export of the audit trail");
    }

    private Optional<String> step(ChainWalk walk, String line, int number) {
        try {
            return walk.follow(json.readValue(line, AuditRecord.class)).map(fault -> fault + " (line " + number + ")");
        } catch (JacksonException fault) {
            return Optional.of("line " + number + " cannot be read as a record");
        }
    }
}
