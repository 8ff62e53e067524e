package org.gridsight.app.incidents.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where unfinished uploads and kept photos lie; what a method here has written is on the disk when it returns. */
@Component
class PhotoFolder {

    /** Longest side of the small copy that lists show. */
    static final int SMALL = 360;

    private static final Logger log = LoggerFactory.getLogger(PhotoFolder.class);

    private final Path uploads;
    private final Path photos;
    private final long freeFloor;

    PhotoFolder(@Value("${gridsight.data-dir}") String dataDir, PhotoSettings settings) {
        this.uploads = Path.of(dataDir, "uploads");
        this.photos = Path.of(dataDir, "photos");
        this.freeFloor = settings.freeFloor().toBytes();
    }

    /** The received bytes of an upload; the folder is there. */
    Path part(UUID id) {
        return made(uploads).resolve(id + ".part");
    }

    /** A piece of an upload whose checksum is not known to be right yet. */
    Path piece(UUID id) {
        return made(uploads).resolve(id + "." + UUID.randomUUID() + ".piece");
    }

    Path uploads() {
        return made(uploads);
    }

    Path photo(UUID id, boolean small) {
        String name = id.toString();
        return photos.resolve(name.substring(0, 2)).resolve(name + (small ? "-small.jpg" : ".jpg"));
    }

    boolean isShort() {
        try {
            return Files.getFileStore(made(uploads)).getUsableSpace() < freeFloor;
        } catch (IOException e) {
            log.warn("the disk for photos does not tell its free space", e);
            return true;
        }
    }

    /** Whole or not at all: under another name first, flushed, then renamed, and the name flushed too. */
    void keep(Path file, byte[] bytes) throws IOException {
        Path folder = made(file.resolveSibling("."));
        Path fresh = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flushNames(folder);
            flushNames(photos);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes new names of a folder survive a power cut, where the file system lets a folder be flushed. */
    static void flushNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            log.debug("folder {} cannot be flushed", folder, e);
        }
    }

    /** Gone, or tried again by the next sweep. */
    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} could not be deleted", file, e);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder.normalize());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for photos cannot be made: " + folder, e);
        }
    }
}
