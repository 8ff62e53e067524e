package org.gridsight.app.cameras.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

/** The growing file of one clip: bytes are only appended, and sealed segment by segment. Used by one thread at a time. */
final class ClipFile implements Closeable {

    private final FileChannel channel;
    private String link;
    private MessageDigest digest;
    private int segments;
    private long size;
    private long sealed;

    private ClipFile(FileChannel channel, UUID clip) {
        this.channel = channel;
        link = Chain.genesis(clip);
        digest = Chain.after(link);
    }

    static ClipFile create(Path path, UUID clip) throws IOException {
        return new ClipFile(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), clip);
    }

    void append(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        digest.update(bytes);
        size += bytes.length;
    }

    /** Closes the segment of what was appended since the last one; its bytes are on the disk when this returns. */
    Segment seal(long firstMillis, Instant shownAt) throws IOException {
        channel.force(false);
        link = Chain.hex(digest.digest());
        Segment segment = new Segment(++segments, sealed, size - sealed, firstMillis, shownAt, link);
        digest = Chain.after(link);
        sealed = size;
        return segment;
    }

    /** Cuts off what a failed write has left behind. */
    void trim() throws IOException {
        channel.truncate(size);
    }

    long size() {
        return size;
    }

    long unsealed() {
        return size - sealed;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
