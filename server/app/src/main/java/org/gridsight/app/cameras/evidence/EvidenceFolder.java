package org.gridsight.app.cameras.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the files lie, and whether the disk under them has room for more. */
final class EvidenceFolder {

    private static final Logger log = LoggerFactory.getLogger(EvidenceFolder.class);

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.mp4");

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

    /** The clips that have a file here. */
    List<UUID> originals() {
        return named(folder);
    }

    /** The exports that have a file here. */
    List<UUID> copies() {
        return named(folder.resolve("exports"));
    }

    private static List<UUID> named(Path of) {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> UUID.fromString(name.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for evidence cannot be read: " + of, e);
        }
    }

    boolean holds(UUID clip) {
        return Files.isRegularFile(original(clip));
    }
}
