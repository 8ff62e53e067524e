package org.gridsight.gisdata.format;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file on disk that somebody sent: its name, its first bytes, and its content with gzip taken off. */
final class FileBytes implements Closeable {

    private final Path path;
    private final String name;
    private final ReadLimits limits;
    private final long size;
    private final byte[] head;
    private final List<InputStream> open = new ArrayList<>();
    private volatile long packedRead;

    private FileBytes(Path path, String name, ReadLimits limits) throws IOException {
        this.path = path;
        this.name = name;
        this.limits = limits;
        this.size = Files.size(path);
        try (InputStream in = Files.newInputStream(path)) {
            this.head = in.readNBytes(512);
        }
    }

    static FileBytes of(Path path, String name, ReadLimits limits) {
        FileBytes file;
        try {
            file = new FileBytes(path, name, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.size > limits.packedBytes()) {
            throw new FileRefused(
                    FileRefused.Reason.TOO_LARGE,
                    name,
                    file.size + " bytes, at most " + limits.packedBytes() + " are taken");
        }
        return file;
    }

    Path path() {
        return path;
    }

    String name() {
        return name;
    }

    boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isGzip() {
        return startsWith(0x1F, 0x8B);
    }

    boolean isZip() {
        return startsWith('P', 'K', 3, 4) || startsWith('P', 'K', 5, 6);
    }

    boolean isSqlite() {
        return startsWith('S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ', '3', 0);
    }

    /** The first character that is no blank and no byte order mark; 0 when there is none. */
    char firstSign() {
        for (byte b : head) {
            int value = b & 0xFF;
            if (value > ' ' && value != 0xEF && value != 0xBB && value != 0xBF) {
                return (char) value;
            }
        }
        return 0;
    }

    /** The content, bounded; closed with this file. */
    InputStream unpacked() {
        try {
            InputStream in = new Counting(Files.newInputStream(path));
            open.add(in);
            InputStream plain = isGzip() ? new GZIPInputStream(in, 1 << 16) : new BufferedInputStream(in, 1 << 16);
            return new BoundedInput(plain, name, limits.unpackedBytes(), size);
        } catch (IOException e) {
            throw refusal(e, "start");
        }
    }

    double progress() {
        return size == 0 ? 1 : Math.min(1, packedRead / (double) size);
    }

    /** A broken stream is the sender's fault; a disk that fails is ours. */
    RuntimeException refusal(IOException e, String at) {
        if (e instanceof EOFException) {
            return new FileRefused(FileRefused.Reason.TRUNCATED, name + ", " + at, "the file ends too early");
        }
        if (e instanceof ZipException) {
            return new FileRefused(FileRefused.Reason.CORRUPT, name + ", " + at, "the packed data are damaged");
        }
        return new UncheckedIOException(e);
    }

    @Override
    public void close() {
        for (InputStream in : open) {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Counts packed bytes for the progress bar; written by the reading thread, read by any. */
    private final class Counting extends FilterInputStream {

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            packedRead += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            packedRead += Math.max(0, read);
            return read;
        }
    }
}
