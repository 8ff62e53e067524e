package org.gridsight.media.ffmpeg;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.analysis.Mask;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.hub.Lease;
import org.gridsight.media.hub.StreamHub;
import org.gridsight.media.hub.StreamTap;
import org.jspecify.annotations.Nullable;

/**
 * A camera's pictures with its masks painted in, made in a child process out of what the camera's own hub gives. It wants the
 * camera as a viewer does, and starts the child when the first key picture has come.
 */
public final class MaskedSource implements Source {

    /** As far as the camera itself has come when its first key picture is there. */
    private static final List<StreamStep> BEHIND =
            List.of(StreamStep.REGISTERED, StreamStep.INVITED, StreamStep.ANSWERED, StreamStep.FIRST_PACKET);

    private final StreamHub raw;
    private final List<Mask> masks;
    private final List<String> command;
    private final PictureQueue queue = new PictureQueue();
    private @Nullable Lease attending;
    private @Nullable Lease reading;
    private @Nullable ChildRun run;
    private boolean closed;

    /** @param masks painted black; there must be one */
    public MaskedSource(StreamHub raw, List<Mask> masks, ChildSettings settings) {
        this(raw, masks, settings.command(MaskedMain.class));
    }

    MaskedSource(StreamHub raw, List<Mask> masks, List<String> command) {
        if (masks.isEmpty()) {
            throw new IllegalArgumentException("without a mask this would be the raw stream");
        }
        this.raw = raw;
        this.masks = List.copyOf(masks);
        this.command = command;
    }

    @Override
    public void open(SourceEvents events) {
        Lease attend = raw.attend();
        Lease read = raw.tap(new Tap(events));
        synchronized (this) {
            attending = attend;
            reading = read;
            if (!closed) {
                return;
            }
        }
        release();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (run != null) {
                run.kill();
            }
        }
        release();
    }

    /** The child's process id; -1 while there is none. */
    synchronized long pid() {
        return run == null ? -1 : run.pid();
    }

    // never under our own lock: the hub's is taken, which may be waiting for ours
    private void release() {
        Lease attend;
        Lease read;
        synchronized (this) {
            attend = attending;
            read = reading;
        }
        if (read != null) {
            read.close();
        }
        if (attend != null) {
            attend.close();
        }
    }

    private synchronized void begin(SourceEvents events) {
        if (closed || run != null) {
            return;
        }
        BEHIND.forEach(events::reached);
        ChildRun started = new ChildRun(command, this::feed, events);
        run = started;
        started.start();
    }

    private void feed(DataOutputStream out) throws IOException, InterruptedException {
        ChildWire.writeMasks(out, masks);
        VideoFormat told = null;
        while (true) {
            PictureQueue.Item item = queue.take();
            boolean news = !item.format().equals(told);
            told = item.format();
            out.writeBoolean(news);
            if (news) {
                ChildWire.writeFormat(out, told);
            }
            out.writeLong(item.time90k());
            out.writeBoolean(item.late());
            ChildWire.writeBytes(out, item.sample());
            out.flush();
        }
    }

    /** Reads along with the camera's own viewers. */
    private final class Tap implements StreamTap {

        private final SourceEvents events;

        Tap(SourceEvents events) {
            this.events = events;
        }

        @Override
        public void format(InitSegment init) {
            // each picture brings the hub's own format along
        }

        @Override
        public void picture(Fragment fragment) {
            raw.format().ifPresent(format -> queue.add(format, fragment));
            if (fragment.key()) {
                begin(events);
            }
        }
    }
}
