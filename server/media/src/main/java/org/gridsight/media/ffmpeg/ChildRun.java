package org.gridsight.media.ffmpeg;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SourceEvents;
import org.jspecify.annotations.Nullable;

/**
 * One child and its two threads: one tells what it says, the other feeds it. Nothing here waits for ever: whoever closes the
 * source kills the child, and then both threads end.
 */
final class ChildRun {

    private static final MediaFault DIED =
            new MediaFault("child-died", "the FFmpeg process died or could not be started");

    /** Writes to the child until there is no more, or it is gone. */
    @FunctionalInterface
    interface Feeder {
        void feed(DataOutputStream out) throws IOException, InterruptedException;
    }

    private final List<String> command;
    private final Feeder feeder;
    private final SourceEvents events;
    private final Thread reader;
    private @Nullable Thread writer;
    private @Nullable Process process;
    private boolean killed;

    ChildRun(List<String> command, Feeder feeder, SourceEvents events) {
        this.command = command;
        this.feeder = feeder;
        this.events = events;
        this.reader = new Thread(this::read, "ffmpeg-reader");
        reader.setDaemon(true);
    }

    void start() {
        reader.start();
    }

    /** From any thread, also before it has begun. */
    synchronized void kill() {
        killed = true;
        if (process != null) {
            process.destroyForcibly();
        }
        if (writer != null) {
            writer.interrupt();
        }
    }

    /** The child's process id; -1 while there is none. */
    synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    private void read() {
        MediaFault cause = DIED;
        try {
            Process child = begin();
            if (child != null) {
                cause = listen(new DataInputStream(new BufferedInputStream(child.getInputStream(), 1 << 16)));
            }
        } catch (IOException gone) {
            // it has died, was killed, or never lived: all the same to who waits for pictures
            cause = DIED;
        }
        kill();
        events.ended(cause);
    }

    private synchronized @Nullable Process begin() throws IOException {
        if (killed) {
            return null;
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // the server's environment holds its secrets, and the child reads what strangers send
        builder.environment().clear();
        Process child = builder.start();
        process = child;
        return child;
    }

    private MediaFault listen(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != ChildWire.READY) {
            throw new IOException("the child does not begin as it should");
        }
        startWriter();
        ChildPictures pictures = new ChildPictures(events);
        while (true) {
            int kind = in.readUnsignedByte();
            switch (kind) {
                case ChildWire.PICTURE ->
                    pictures.picture(ChildWire.readCodec(in), in.readLong(), ChildWire.readBytes(in));
                case ChildWire.STEP -> events.reached(ChildWire.readStep(in));
                case ChildWire.FAULT -> events.fault(ChildWire.readFault(in));
                case ChildWire.END -> {
                    return ChildWire.readFault(in);
                }
                default -> throw new IOException("the child says " + kind);
            }
        }
    }

    private synchronized void startWriter() {
        Process child = process;
        if (killed || child == null) {
            return;
        }
        Thread feeding = new Thread(() -> write(child), "ffmpeg-writer");
        feeding.setDaemon(true);
        feeding.start();
        writer = feeding;
    }

    private void write(Process child) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(child.getOutputStream(), 1 << 16))) {
            feeder.feed(out);
        } catch (IOException gone) {
            // the reader sees its end too, and tells
            child.destroyForcibly();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
