package org.gridsight.app.cameras.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the bytes of a clip against its chain and names the first segment that is broken. */
@Component
class ChainCheck {

    private static final int AT_ONCE = 2;
    private static final int BUSY_SECONDS = 5;
    private static final int PIECE = 1 << 16;

    private final ClipTable table;
    private final EvidenceFolder folder;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    ChainCheck(ClipTable table, EvidenceFolder folder) {
        this.table = table;
        this.folder = folder;
    }

    /** What can be wrong. */
    enum Problem {
        FILE_MISSING,
        FILE_SHORT,
        BYTES_CHANGED,
        /** The bytes are those the segments name, but the segments are not those the clip was ended with. */
        HEAD_DIFFERS,
        /** Something was added behind the last segment. */
        BYTES_ADDED
    }

    /**
     * The answer.
     *
     * @param firstBroken number of the segment, from 1; null when all is as it was
     * @param chainHead as the database has it; the audit trail has it too, in {@code clip.save} of this clip
     */
    record Verdict(
            boolean intact,
            int segments,
            @Nullable Integer firstBroken,
            @Nullable Problem problem,
            String chainHead) {

        static Verdict broken(Clip clip, int segment, Problem problem) {
            return new Verdict(
                    false,
                    clip.extent().segments(),
                    segment,
                    problem,
                    clip.extent().chainHead());
        }
    }

    Verdict verify(Clip clip) {
        if (clip.state() == Clip.State.DELETED) {
            throw new Rejected(ClipReason.DELETED);
        }
        if (clip.state() != Clip.State.SAVED) {
            throw new Rejected(ClipReason.NOT_READY);
        }
        if (!turns.tryAcquire()) {
            throw new Rejected(CommonReason.TOO_MANY, BUSY_SECONDS);
        }
        try {
            return verify(clip, folder.original(clip.id()), table.segments(clip.id()));
        } finally {
            turns.release();
        }
    }

    static Verdict verify(Clip clip, Path file, List<Segment> segments) {
        if (!Files.isRegularFile(file)) {
            return Verdict.broken(clip, 1, Problem.FILE_MISSING);
        }
        String link = Chain.genesis(clip.id());
        long at = 0;
        int number = 1;
        try (InputStream in = Files.newInputStream(file)) {
            for (Segment segment : segments) {
                MessageDigest digest = Chain.after(link);
                if (segment.number() != number || segment.firstByte() != at) {
                    return Verdict.broken(clip, number, Problem.HEAD_DIFFERS);
                }
                if (!read(in, segment.length(), digest)) {
                    return Verdict.broken(clip, number, Problem.FILE_SHORT);
                }
                link = Chain.hex(digest.digest());
                if (!link.equals(segment.link())) {
                    return Verdict.broken(clip, number, Problem.BYTES_CHANGED);
                }
                at = segment.end();
                number++;
            }
            boolean whole = link.equals(clip.extent().chainHead())
                    && segments.size() == clip.extent().segments();
            if (!whole) {
                return Verdict.broken(clip, number, Problem.HEAD_DIFFERS);
            }
            return in.read() < 0
                    ? new Verdict(true, segments.size(), null, null, link)
                    : Verdict.broken(clip, number, Problem.BYTES_ADDED);
        } catch (IOException e) {
            return Verdict.broken(clip, number, Problem.FILE_SHORT);
        }
    }

    private static boolean read(InputStream in, long length, MessageDigest digest) throws IOException {
        byte[] piece = new byte[PIECE];
        long rest = length;
        while (rest > 0) {
            int count = in.read(piece, 0, (int) Math.min(piece.length, rest));
            if (count < 0) {
                return false;
            }
            digest.update(piece, 0, count);
            rest -= count;
        }
        return true;
    }
}
