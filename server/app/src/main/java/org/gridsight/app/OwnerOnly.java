package org.gridsight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Copies of the data are for their owner's eyes, where the file system knows such a thing. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** The folder, made if it is not there. */
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        apply(folder);
        return folder;
    }

    static void apply(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }
}
