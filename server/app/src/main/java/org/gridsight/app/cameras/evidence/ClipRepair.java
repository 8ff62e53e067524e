package org.gridsight.app.cameras.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gridsight.media.fmp4.MovieFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the clips that a killed server was recording: half a picture at the end is cut off, and what came after the last
 * sealed segment is sealed as one more. Nothing that was sealed is touched.
 */
@Component
class ClipRepair {

    private static final Logger log = LoggerFactory.getLogger(ClipRepair.class);
    /** A clip of no node's folder is given up so long after its end. */
    private static final Duration GIVEN_UP = Duration.ofHours(1);

    private final ClipTable table;
    private final ClipLedger ledger;
    private final Recordings recordings;
    private final EvidenceFolder folder;
    private final Clock clock;

    ClipRepair(ClipTable table, ClipLedger ledger, Recordings recordings, EvidenceFolder folder, Clock clock) {
        this.table = table;
        this.ledger = ledger;
        this.recordings = recordings;
        this.folder = folder;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT30M")
    void repairAll() {
        for (Clip clip : table.inState(Clip.State.RECORDING)) {
            boolean lost = clip.askedTo().plus(GIVEN_UP).isBefore(clock.instant())
                    && clip.begunAt().plus(GIVEN_UP).isBefore(clock.instant());
            if (!recordings.isUnderWay(clip.id()) && (folder.holds(clip.id()) || lost)) {
                repair(clip);
            }
        }
    }

    private void repair(Clip clip) {
        try {
            Clip.Extent extent = folder.holds(clip.id()) ? sealTail(clip) : clip.extent();
            ledger.ended(clip, extent, Clip.Ending.INTERRUPTED, null);
            log.warn("clip {} was interrupted; {} bytes of it are kept", clip.id(), extent.bytes());
        } catch (IOException | RuntimeException e) {
            log.error("clip {} was interrupted and cannot be mended", clip.id(), e);
        }
    }

    private Clip.Extent sealTail(Clip clip) throws IOException {
        Path file = folder.original(clip.id());
        MovieFile.Whole whole = MovieFile.scan(file);
        List<Segment> segments = table.segments(clip.id());
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        long sealed = last == null ? 0 : last.end();
        if (whole.pictures() == 0 || whole.bytes() < sealed) {
            return clip.extent();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(whole.bytes());
            channel.force(true);
            if (whole.bytes() == sealed) {
                return clip.extent();
            }
            Segment tail = tail(clip, last, channel);
            Clip.Extent extent =
                    clip.extent().with(tail, whole.last90k() / 90, clip.extent().mime());
            ledger.sealed(clip, tail, extent);
            return extent;
        }
    }

    private static Segment tail(Clip clip, @Nullable Segment last, FileChannel channel) throws IOException {
        long from = last == null ? 0 : last.end();
        MessageDigest digest = Chain.after(last == null ? Chain.genesis(clip.id()) : last.link());
        ByteBuffer piece = ByteBuffer.allocate(1 << 16);
        channel.position(from);
        while (channel.read(piece.clear()) >= 0) {
            digest.update(piece.flip());
        }
        long millis = last == null ? 0 : clip.extent().durationMillis();
        return new Segment(
                last == null ? 1 : last.number() + 1,
                from,
                channel.size() - from,
                millis,
                clip.begunAt().plusMillis(millis),
                Chain.hex(digest.digest()));
    }
}
