package org.gridsight.app.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where connections take from: the recent entries, older pages, the positions, the texts of frames. */
@Component
class Sources {

    private static final Logger log = LoggerFactory.getLogger(Sources.class);

    private final Tailer tailer;
    private final EntryReader reader;
    private final StreamTables tables;
    private final PositionBoard positions;
    private final StatusBoard cameras;
    private final Frames frames;
    private final Counter overflows;

    Sources(
            Tailer tailer,
            EntryReader reader,
            StreamTables tables,
            PositionBoard positions,
            StatusBoard cameras,
            Frames frames,
            MeterRegistry meters) {
        this.tailer = tailer;
        this.reader = reader;
        this.tables = tables;
        this.positions = positions;
        this.cameras = cameras;
        this.frames = frames;
        this.overflows = Counter.builder("gridsight.live.overflows")
                .description("connections that were too slow and were told to read a snapshot")
                .register(meters);
    }

    RecentEntries recent() {
        return tailer.recent();
    }

    Optional<StreamTables.State> state() {
        return tables.state();
    }

    List<LogEntry> page(long after) {
        return reader.after(after, Stamping.PORTION);
    }

    PositionBoard positions() {
        return positions;
    }

    StatusBoard cameras() {
        return cameras;
    }

    Frames frames() {
        return frames;
    }

    void overflowed() {
        overflows.increment();
    }

    void readFailed(RuntimeException failure) {
        log.warn("a page of older changes could not be read", failure);
    }
}
