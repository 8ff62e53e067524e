package org.gridsight.app.incidents.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.app.kernel.Rejected;
import org.springframework.stereotype.Component;

/** The files of uploads that are under way: one writer each, the newest request wins. */
@Component
class PartFiles {

    private final PhotoFolder folder;
    // thread-safe; entries of ended writers are harmless and taken out by their writers
    private final ConcurrentHashMap<UUID, Receiving> open = new ConcurrentHashMap<>();

    PartFiles(PhotoFolder folder) {
        this.folder = folder;
    }

    /** Bytes on the disk; whoever was writing has stopped. */
    long offset(UUID id) {
        stop(id);
        Path part = folder.part(id);
        try {
            return Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A writer that goes on at this offset, and at no other. */
    Receiving begin(UUID id, long offset) throws IOException {
        Receiving[] begun = new Receiving[1];
        try {
            open.compute(id, (same, before) -> {
                begun[0] = follow(id, offset, before);
                return begun[0];
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return begun[0];
    }

    private Receiving follow(UUID id, long offset, @org.jspecify.annotations.Nullable Receiving before) {
        try {
            if (before != null) {
                // a late repetition of what is being sent must not stop it
                requireOffset(offset, before.size());
                before.close();
            }
            Path part = folder.part(id);
            boolean fresh = Files.notExists(part);
            Receiving next = new Receiving(part);
            if (next.size() != offset) {
                next.close();
                requireOffset(offset, next.size());
            }
            if (fresh) {
                PhotoFolder.flushNames(folder.uploads());
            }
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireOffset(long wanted, long size) {
        if (wanted != size) {
            throw new Rejected(PhotoReason.WRONG_OFFSET, size).with("offset", size);
        }
    }

    void end(UUID id, Receiving writer) throws IOException {
        writer.close();
        open.remove(id, writer);
    }

    /** Without its bytes. */
    void discard(UUID id) {
        stop(id);
        PhotoFolder.discard(folder.part(id));
    }

    private void stop(UUID id) {
        Receiving writer = open.remove(id);
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
