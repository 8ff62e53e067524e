package org.gridsight.app.cameras.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.StreamPart;
import org.gridsight.media.hub.StreamTap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One clip while it is written. Pictures wait in a queue bounded in bytes, so that a slow disk never holds the camera up;
 * a writer's thread appends them on a clock that begins at zero and seals a segment at a key picture every few seconds.
 */
final class Recording implements StreamTap {

    private static final Logger log = LoggerFactory.getLogger(Recording.class);
    private static final long SEGMENT_90K = 90_000L;
    private static final long LARGEST_SEGMENT = 8L << 20;
    private static final long MOST_WAITING = 16L << 20;
    private static final int NOT_BEGUN = -1;

    /** Told by the writer's thread, one thing after the other. */
    interface Owner {

        void sealed(UUID clip, Segment segment, Clip.Extent extent);

        /** The file is closed; the last word about this clip. */
        void ended(UUID clip, Clip.Extent extent, Clip.Ending ending, @Nullable String cause);

        /** When a picture was taken. */
        Instant shownAt(Fragment picture, long millis);
    }

    /** How much may be written, and where the room for it is. */
    record Bounds(long bytes, EvidenceFolder folder) {}

    private record End(Clip.Ending ending, @Nullable String cause) {}

    private final UUID clip;
    private final ClipFile file;
    private final Bounds bounds;
    private final Owner owner;
    private final Executor writers;
    // the six below under the queue's lock
    private final Deque<StreamPart> queue = new ArrayDeque<>();
    private long waiting;
    private boolean writing;
    private boolean keyAwaited = true;
    private int missing = NOT_BEGUN;
    private @Nullable End end;
    // all below belong to whoever writes
    private @Nullable InitSegment format;
    private Clip.Extent extent;
    private long base90k = -1;
    private int pictures;
    private long millis;
    private long segmentMillis;
    private Instant segmentShownAt = Instant.EPOCH;
    private long segment90k;
    private boolean over;

    Recording(UUID clip, ClipFile file, Bounds bounds, Owner owner, Executor writers) {
        this.clip = clip;
        this.file = file;
        this.bounds = bounds;
        this.owner = owner;
        this.writers = writers;
        extent = Clip.Extent.none(clip);
    }

    @Override
    public void format(InitSegment init) {
        add(init);
    }

    @Override
    public void picture(Fragment fragment) {
        add(fragment);
    }

    /** No more is taken; what waits is still written. The first call counts. */
    void end(Clip.Ending ending, @Nullable String cause) {
        synchronized (queue) {
            if (end != null) {
                return;
            }
            end = new End(ending, cause);
        }
        wake();
    }

    private void add(StreamPart part) {
        synchronized (queue) {
            if (end != null || part instanceof Fragment fragment && !admits(fragment)) {
                return;
            }
            queue.add(part);
            waiting += part.bytes().length;
        }
        wake();
    }

    // begins with a key picture, at first and after what a slow disk has cost
    private boolean admits(Fragment fragment) {
        boolean full = waiting + fragment.bytes().length > MOST_WAITING;
        if (full || keyAwaited && !fragment.key()) {
            keyAwaited = true;
            missing += missing == NOT_BEGUN ? 0 : 1;
            return false;
        }
        keyAwaited = false;
        missing = Math.max(missing, 0);
        return true;
    }

    private int missing() {
        synchronized (queue) {
            return Math.max(missing, 0);
        }
    }

    private void wake() {
        synchronized (queue) {
            if (writing) {
                return;
            }
            writing = true;
        }
        try {
            writers.execute(this::write);
        } catch (RejectedExecutionException ending) {
            log.debug("the server is ending", ending);
        }
    }

    private void write() {
        while (true) {
            StreamPart part;
            End last;
            synchronized (queue) {
                part = queue.poll();
                last = end;
                if (part == null && (last == null || over)) {
                    writing = false;
                    return;
                }
                waiting -= part == null ? 0 : part.bytes().length;
            }
            if (part != null && !over) {
                write(part);
            } else if (part == null && last != null) {
                close(last);
            }
        }
    }

    private void write(StreamPart part) {
        try {
            if (part instanceof InitSegment init) {
                begin(init);
            } else if (part instanceof Fragment fragment && format != null) {
                append(fragment);
            }
        } catch (IOException e) {
            log.warn("clip {} cannot be written", clip, e);
            boolean full =
                    bounds.folder().isShort() || String.valueOf(e.getMessage()).contains("No space");
            close(new End(full ? Clip.Ending.DISK_FULL : Clip.Ending.WRITE_FAILED, null));
        }
    }

    private void begin(InitSegment init) throws IOException {
        InitSegment before = format;
        if (before == null) {
            format = init;
            file.append(init.bytes());
        } else if (!Arrays.equals(before.bytes(), init.bytes())) {
            close(new End(Clip.Ending.FORMAT_CHANGED, null));
        }
    }

    private void append(Fragment fragment) throws IOException {
        if (base90k < 0) {
            base90k = fragment.time90k();
        }
        long time = fragment.time90k() - base90k;
        boolean due = fragment.key() && time - segment90k >= SEGMENT_90K || file.unsealed() >= LARGEST_SEGMENT;
        if (pictures > 0 && due) {
            seal();
            segment90k = time;
            if (over) {
                return;
            }
        }
        millis = time / 90;
        if (pictures == 0 || due) {
            segmentMillis = millis;
            segmentShownAt = owner.shownAt(fragment, millis);
        }
        file.append(fragment.movedTo(++pictures, time).bytes());
        if (file.size() > bounds.bytes()) {
            close(new End(Clip.Ending.TOO_LARGE, null));
        }
    }

    private void seal() throws IOException {
        Segment segment = file.seal(segmentMillis, segmentShownAt);
        InitSegment known = format;
        extent = extent.with(segment, millis, known == null ? "" : known.mime()).without(missing());
        owner.sealed(clip, segment, extent);
        if (bounds.folder().isShort()) {
            close(new End(Clip.Ending.DISK_FULL, null));
        }
    }

    private void close(End last) {
        if (over) {
            return;
        }
        over = true;
        synchronized (queue) {
            end = last;
        }
        try (file) {
            file.trim();
            if (pictures > 0 && file.unsealed() > 0) {
                seal();
            }
        } catch (IOException e) {
            log.warn("the last segment of clip {} cannot be sealed; the check of the chain will name it", clip, e);
        }
        Clip.Ending ending =
                pictures == 0 && last.ending() != Clip.Ending.DISK_FULL ? Clip.Ending.NO_PICTURE : last.ending();
        owner.ended(clip, extent.without(missing()), ending, last.cause());
    }
}
