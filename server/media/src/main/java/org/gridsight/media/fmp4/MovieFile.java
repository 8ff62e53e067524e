package org.gridsight.media.fmp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads a recording back that may have been cut off while it was written: how far it is whole. */
public final class MovieFile {

    private static final int HEADER = 8;

    private MovieFile() {}

    /**
     * What can be played.
     *
     * @param bytes from the beginning up to the end of the last whole picture; 0 when there is none
     * @param pictures so many
     * @param last90k decoding time of the last picture
     */
    public record Whole(long bytes, int pictures, long last90k) {}

    /** Goes over the boxes without reading the pictures. */
    public static Whole scan(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long at = 0;
            Whole whole = new Whole(0, 0, 0);
            long pending90k = -1;
            while (size - at >= HEADER) {
                ByteBuffer head = read(channel, at, (int) Math.min(FragmentBoxes.LENGTH, size - at));
                long length = head.getInt(0) & 0xffff_ffffL;
                String type = new String(head.array(), 4, 4, StandardCharsets.US_ASCII);
                if (length < HEADER || length > size - at) {
                    break;
                }
                if (type.equals("moof") && head.remaining() == FragmentBoxes.LENGTH) {
                    pending90k = FragmentBoxes.decodeTime(head);
                } else if (type.equals("mdat") && pending90k >= 0) {
                    whole = new Whole(at + length, whole.pictures() + 1, pending90k);
                    pending90k = -1;
                } else if (!type.equals("ftyp") && !type.equals("moov")) {
                    break;
                }
                at += length;
            }
            return whole;
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(count);
        while (into.hasRemaining() && channel.read(into, at + into.position()) >= 0) {
            // a file may give less than it was asked for
        }
        return into.flip();
    }
}
