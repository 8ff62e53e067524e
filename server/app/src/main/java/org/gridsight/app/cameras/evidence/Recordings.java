package org.gridsight.app.cameras.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.cameras.StreamTicket;
import org.gridsight.app.kernel.GentleStop;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.gb28181.StreamRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The clips that this node is recording: begins and ends them, and hands what they have become to the ledger. */
@Component
class Recordings implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Recordings.class);
    private static final int WRITERS = 2;
    /** A device that plays back is given half as long again as the recording lasts, and this. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final Duration WORTH_CONTINUING = Duration.ofSeconds(5);
    private static final AutoCloseable NOTHING = () -> {};

    private final Footage footage;
    private final ClipLedger ledger;
    private final EvidenceFolder folder;
    private final EvidenceSettings settings;
    private final Clock clock;
    private final Map<UUID, UnderWay> open = new ConcurrentHashMap<>();
    private final ExecutorService writers =
            Executors.newFixedThreadPool(WRITERS, new CustomizableThreadFactory("evidence-writer-"));
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(1, new CustomizableThreadFactory("evidence-timer-"));

    Recordings(
            Footage footage,
            ClipLedger ledger,
            EvidenceFolder folder,
            EvidenceSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.footage = footage;
        this.ledger = ledger;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        folder.prepare();
        Gauge.builder("gridsight.evidence.recordings", open, Map::size)
                .description("clips being recorded")
                .register(meters);
        Gauge.builder("gridsight.evidence.free.bytes", folder, EvidenceFolder::freeBytes)
                .description("free space on the disk of the clips")
                .register(meters);
    }

    /** A place among the few that may be recorded at once; given back by {@link #release} or by the clip's end. */
    synchronized boolean reserve(Clip clip) {
        String person = clip.by().username();
        long own = open.values().stream()
                .filter(other -> other.clip.by().username().equals(person))
                .count();
        if (open.size() >= settings.atOnce() || own >= settings.atOncePerPerson()) {
            return false;
        }
        open.put(clip.id(), new UnderWay(clip));
        return true;
    }

    void release(UUID clip) {
        open.remove(clip);
    }

    boolean isUnderWay(UUID clip) {
        return open.containsKey(clip);
    }

    /** Begins soon what has been reserved and written down. Whatever fails is the clip's ending. */
    void begin(Clip clip, StreamTicket ticket) {
        UnderWay run = open.get(clip.id());
        if (run != null) {
            writers.execute(() -> run.begin(ticket));
        }
    }

    /** False when it is not recorded here. */
    boolean stop(UUID clip) {
        UnderWay run = open.get(clip);
        Recording recording = run == null ? null : run.recording;
        if (recording == null) {
            return false;
        }
        recording.end(Clip.Ending.STOPPED, null);
        return true;
    }

    @Override
    public void destroy() {
        GentleStop.dropping(timer);
        for (UnderWay run : open.values()) {
            Recording recording = run.recording;
            if (recording != null) {
                recording.end(Clip.Ending.INTERRUPTED, null);
            }
        }
        if (!GentleStop.finishing(writers)) {
            log.warn("not every clip could be ended; the next start will");
        }
    }

    /** One clip and what feeds it. */
    private final class UnderWay implements Recording.Owner {

        private final Clip clip;
        private volatile @Nullable Recording recording;
        private volatile AutoCloseable feed = NOTHING;
        private volatile @Nullable StreamTicket ticket;
        private volatile boolean over;

        UnderWay(Clip clip) {
            this.clip = clip;
        }

        void begin(StreamTicket right) {
            ticket = right;
            UUID id = clip.id();
            if (!footage.began(right, id, "record", Map.of("clip", id.toString()))) {
                ended(id, Clip.Extent.none(id), Clip.Ending.WRITE_FAILED, "no-register");
                return;
            }
            try {
                ClipFile file = ClipFile.create(folder.original(id), id);
                Recording.Bounds bounds =
                        new Recording.Bounds(settings.maxClip().toBytes(), folder);
                Recording made = new Recording(id, file, bounds, this, writers);
                recording = made;
                feed = clip.source() == Clip.Source.LIVE ? footage.follow(right, made) : playBack(right, made);
                Duration wanted = Duration.between(clip.askedFrom(), clip.askedTo());
                Duration patience = clip.source() == Clip.Source.LIVE
                        ? Duration.between(clock.instant(), clip.askedTo())
                        : wanted.multipliedBy(3).dividedBy(2).plus(SLACK);
                timer.schedule(() -> made.end(Clip.Ending.COMPLETE, null), patience.toMillis(), TimeUnit.MILLISECONDS);
                if (over) {
                    leave();
                }
            } catch (IOException | RuntimeException e) {
                log.warn("clip {} cannot be begun", id, e);
                leave();
                ended(id, Clip.Extent.none(id), Clip.Ending.WRITE_FAILED, "not-begun");
            }
        }

        private AutoCloseable playBack(StreamTicket right, Recording made) {
            StreamRequest.Span span = new StreamRequest.Span(clip.askedFrom(), clip.askedTo());
            Duration wanted = Duration.between(clip.askedFrom(), clip.askedTo());
            return new DeviceReel(made, wanted).play(footage.recorded(right, span));
        }

        @Override
        public Instant shownAt(Fragment picture, long millis) {
            return clip.source() == Clip.Source.DEVICE
                    ? clip.askedFrom().plusMillis(millis)
                    : clock.instant().minusNanos(Math.max(0, System.nanoTime() - picture.arrivedNanos()));
        }

        @Override
        public void sealed(UUID id, Segment segment, Clip.Extent extent) {
            ledger.sealed(clip, segment, extent);
        }

        @Override
        public void ended(UUID id, Clip.Extent extent, Clip.Ending ending, @Nullable String cause) {
            over = true;
            leave();
            StreamTicket right = ticket;
            try {
                if (extent.bytes() == 0) {
                    Files.deleteIfExists(folder.original(id));
                }
                ledger.ended(clip, extent, ending, cause);
                if (right != null) {
                    footage.ended(right, id, ending.name());
                }
            } catch (IOException | RuntimeException e) {
                log.error("the end of clip {} could not be written down; the next start will", id, e);
            } finally {
                release(id);
            }
            if (ending == Clip.Ending.FORMAT_CHANGED && right != null) {
                goOn(right);
            }
        }

        /** The camera sends other pictures now: they need a file of their own. */
        private void goOn(StreamTicket right) {
            Instant now = clock.instant();
            boolean worth = clip.source() == Clip.Source.LIVE
                    && now.plus(WORTH_CONTINUING).isBefore(clip.askedTo());
            Clip next = clip.continuation(UUID.randomUUID(), now);
            if (worth && reserve(next)) {
                try {
                    ledger.begun(next);
                    Recordings.this.begin(next, right);
                } catch (RuntimeException e) {
                    log.error("clip {} is not continued: it cannot be written down", clip.id(), e);
                    release(next.id());
                }
            }
        }

        private void leave() {
            AutoCloseable leaving = feed;
            feed = NOTHING;
            try {
                leaving.close();
            } catch (Exception e) {
                log.warn("the feed of clip {} did not end well", clip.id(), e);
            }
        }
    }
}
