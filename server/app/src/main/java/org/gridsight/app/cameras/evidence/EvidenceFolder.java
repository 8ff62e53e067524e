package org.gridsight.app.cameras.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the files lie, and whether the disk under them has room for more. */
final class EvidenceFolder {

    private static final Logger log = LoggerFactory.getLogger(EvidenceFolder.class);

    private final Path folder;
    private final long freeFloor;

    /** @param freeFloor bytes that have to stay free */
    EvidenceFolder(Path folder, long freeFloor) {
        this.folder = folder;
        this.freeFloor = freeFloor;
    }

    Path original(UUID clip) {
        return folder.resolve(clip + ".mp4");
    }

    Path copy(UUID export) {
        return folder.resolve("exports").resolve(export + ".mp4");
    }

    /** Both folders are there when this returns. */
    void prepare() {
        try {
            Files.createDirectories(folder.resolve("exports"));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for evidence cannot be made: " + folder, e);
        }
    }

    /** Bytes that may still be written by us; 0 when the disk does not answer. */
    long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            log.warn("the disk for evidence does not tell its free space", e);
            return 0;
        }
    }

    boolean isShort() {
        return freeBytes() < freeFloor;
    }

    /** A little more than the floor is free, so that a disk at its floor is not told of again and again. */
    boolean hasRoomAgain() {
        return freeBytes() >= freeFloor + freeFloor / 10;
    }

    /** Bytes that have to stay free. */
    long freeFloor() {
        return freeFloor;
    }

    boolean holds(UUID clip) {
        return Files.isRegularFile(original(clip));
    }
}
