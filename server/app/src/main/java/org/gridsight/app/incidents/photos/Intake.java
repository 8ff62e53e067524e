package org.gridsight.app.incidents.photos;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.gridsight.app.kernel.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes the bytes of uploads. What an answer acknowledges is flushed to the disk before; what came before a cut is kept,
 * unless it stands under a checksum: then it counts when all of it has come and fits.
 */
@Service
class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int PIECE = 64 * 1024;

    private final PartFiles parts;
    private final PhotoFolder folder;
    private final PhotoDesk desk;

    Intake(PartFiles parts, PhotoFolder folder, PhotoDesk desk) {
        this.parts = parts;
        this.folder = folder;
        this.desk = desk;
    }

    /** Bytes on the disk. An upload whose last answer was lost becomes a photo here. */
    long offset(Upload upload) {
        Uploads.requireNotRefused(upload);
        if (upload.state() == Upload.State.KEPT) {
            return upload.length();
        }
        long offset = parts.offset(upload.id());
        if (offset == upload.length()) {
            desk.settle(upload.id());
        }
        return offset;
    }

    /** Appends from this offset on; answers the new one. The last byte makes it a photo. */
    long append(Upload upload, long offset, InputStream body, Optional<PieceCheck> check) {
        Uploads.requireNotRefused(upload);
        if (upload.state() == Upload.State.KEPT) {
            if (offset != upload.length()) {
                throw new Rejected(PhotoReason.WRONG_OFFSET, upload.length()).with("offset", upload.length());
            }
            return offset;
        }
        if (folder.isShort()) {
            throw new Rejected(PhotoReason.DISK_FULL);
        }
        long reached =
                check.isPresent() ? appendChecked(upload, offset, body, check.get()) : appendAll(upload, offset, body);
        if (reached == upload.length()) {
            desk.settle(upload.id());
        }
        return reached;
    }

    private long appendAll(Upload upload, long offset, InputStream body) {
        try {
            Receiving file = parts.begin(upload.id(), offset);
            try {
                copy(upload.length() - offset, body, file);
            } catch (Rejected refused) {
                if (refused.reason() == PhotoReason.LONGER_THAN_SAID) {
                    file.cutTo(offset);
                }
                throw refused;
            } finally {
                parts.end(upload.id(), file);
            }
            return file.size();
        } catch (IOException disk) {
            log.warn("upload {} could not be written", upload.id(), disk);
            throw new Rejected(PhotoReason.DISK_FULL);
        }
    }

    private static void copy(long room, InputStream body, Receiving file) {
        byte[] piece = new byte[PIECE];
        long left = room;
        for (int read = read(body, piece); read >= 0; read = read(body, piece)) {
            if (read > left) {
                throw new Rejected(PhotoReason.LONGER_THAN_SAID);
            }
            file.write(piece, read);
            left -= read;
        }
    }

    /** Set aside until its checksum is known to be right. */
    private long appendChecked(Upload upload, long offset, InputStream body, PieceCheck check) {
        Path aside = folder.piece(upload.id());
        try {
            MessageDigest digest = check.begin();
            try (OutputStream out = new FileOutputStream(aside.toFile())) {
                byte[] piece = new byte[PIECE];
                long left = upload.length() - offset;
                for (int read = read(body, piece); read >= 0; read = read(body, piece)) {
                    if (read > left) {
                        throw new Rejected(PhotoReason.LONGER_THAN_SAID);
                    }
                    digest.update(piece, 0, read);
                    out.write(piece, 0, read);
                    left -= read;
                }
            }
            check.require(digest);
            try (InputStream checked = new FileInputStream(aside.toFile())) {
                return appendAll(upload, offset, checked);
            }
        } catch (IOException disk) {
            log.warn("a piece of upload {} could not be written", upload.id(), disk);
            throw new Rejected(PhotoReason.DISK_FULL);
        } finally {
            PhotoFolder.discard(aside);
        }
    }

    private static int read(InputStream body, byte[] piece) {
        try {
            return body.read(piece);
        } catch (IOException cut) {
            log.debug("an upload was cut off", cut);
            throw new Rejected(PhotoReason.CUT);
        }
    }
}
