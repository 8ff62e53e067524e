package org.gridsight.app.incidents.photos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gridsight.app.kernel.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open file of one upload. Whoever asks for the offset stops it, so that a line that hangs cannot write any more and
 * the told offset is true. Thread-safe.
 */
final class Receiving implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Receiving.class);

    private final FileChannel file;
    private boolean stopped;
    private long size;

    Receiving(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.size = file.size();
        file.position(size);
    }

    synchronized long size() {
        return size;
    }

    /** @throws Rejected with CUT when a newer request has taken over, with DISK_FULL when the disk takes no more */
    synchronized void write(byte[] bytes, int length) {
        if (stopped) {
            throw new Rejected(PhotoReason.CUT);
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            size = file.position();
        } catch (IOException full) {
            log.warn("a photo could not be written", full);
            cutTo(size);
            throw new Rejected(PhotoReason.DISK_FULL);
        }
    }

    /** Takes back what came after this many bytes. */
    synchronized void cutTo(long bytes) {
        try {
            file.truncate(bytes);
            file.position(bytes);
            size = bytes;
        } catch (IOException e) {
            log.warn("an upload could not be shortened", e);
        }
    }

    /** On the disk when this returns; nothing is written after it. */
    @Override
    public synchronized void close() throws IOException {
        if (stopped) {
            return;
        }
        stopped = true;
        try (file) {
            file.force(true);
        }
    }
}
