package org.gridsight.app.incidents.photos;

import java.nio.charset.StandardCharsets;
import org.gridsight.app.kernel.Rejected;

/**
 * What a picture says of itself in its first bytes, read without decoding anything. A file is what its bytes say, whatever
 * its name.
 *
 * @param turn how the camera was held: 1 to 8 as in Exif, 1 is upright
 */
record PictureHead(Format format, int width, int height, int turn) {

    /** What is read here. */
    enum Format {
        JPEG,
        PNG
    }

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_SCANS = 60;
    private static final int APP1 = 0xE1;
    private static final int SCAN = 0xDA;

    /** @throws Rejected when it is no picture, or none that is read here, or one that is too large to be opened */
    static PictureHead read(byte[] bytes, int maxMegapixels) {
        PictureHead head = isPng(bytes) ? png(bytes) : isJpeg(bytes) ? jpeg(bytes) : refuse(bytes);
        requireSize(head.width, head.height, maxMegapixels);
        return head;
    }

    static void requireSize(int width, int height, int maxMegapixels) {
        if (width < 1 || height < 1) {
            throw new Rejected(PhotoReason.UNREADABLE);
        }
        if ((long) width * height > maxMegapixels * 1_000_000L) {
            throw new Rejected(PhotoReason.TOO_MANY_PIXELS);
        }
    }

    private static boolean isPng(byte[] bytes) {
        return startsWith(bytes, 0, new String(PNG, StandardCharsets.ISO_8859_1));
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && at(bytes, 0) == 0xFF && at(bytes, 1) == 0xD8 && at(bytes, 2) == 0xFF;
    }

    private static PictureHead png(byte[] bytes) {
        if (!startsWith(bytes, 12, "IHDR") || bytes.length < 24) {
            throw new Rejected(PhotoReason.UNREADABLE);
        }
        return new PictureHead(Format.PNG, int32(bytes, 16), int32(bytes, 20), 1);
    }

    /** Walks the segments up to the first scan; counts scans, since thousands of them are a bomb of their own. */
    private static PictureHead jpeg(byte[] bytes) {
        int width = 0;
        int height = 0;
        int turn = 1;
        int place = 2;
        while (place + 4 <= bytes.length && at(bytes, place) == 0xFF) {
            int marker = at(bytes, place + 1);
            if (marker == 0xFF) {
                place++;
                continue;
            }
            int length = int16(bytes, place + 2);
            if (isFrame(marker) && place + 9 <= bytes.length) {
                height = int16(bytes, place + 5);
                width = int16(bytes, place + 7);
            } else if (marker == APP1) {
                turn = Turned.read(bytes, place + 4, Math.min(bytes.length, place + 2 + length));
            } else if (marker == SCAN) {
                requireFewScans(bytes, place);
                return new PictureHead(Format.JPEG, width, height, turn);
            }
            place += 2 + Math.max(2, length);
        }
        throw new Rejected(PhotoReason.UNREADABLE);
    }

    private static void requireFewScans(byte[] bytes, int from) {
        int scans = 0;
        for (int i = from; i + 1 < bytes.length; i++) {
            if (at(bytes, i) == 0xFF && at(bytes, i + 1) == SCAN && ++scans > MOST_SCANS) {
                throw new Rejected(PhotoReason.TOO_MANY_PIXELS);
            }
        }
    }

    /** SOF0 to SOF15 without the tables and extensions between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static PictureHead refuse(byte[] bytes) {
        if (startsWith(bytes, 4, "ftyp")) {
            throw new Rejected(PhotoReason.HEIC);
        }
        boolean webp = startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP");
        boolean other = webp || startsWith(bytes, 0, "GIF8") || startsWith(bytes, 0, "BM");
        throw new Rejected(other ? PhotoReason.OTHER_FORMAT : PhotoReason.NOT_A_PICTURE);
    }

    private static boolean startsWith(byte[] bytes, int from, String letters) {
        if (bytes.length < from + letters.length()) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (at(bytes, from + i) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static int at(byte[] bytes, int place) {
        return bytes[place] & 0xFF;
    }

    private static int int16(byte[] bytes, int place) {
        return at(bytes, place) << 8 | at(bytes, place + 1);
    }

    private static int int32(byte[] bytes, int place) {
        return int16(bytes, place) << 16 | int16(bytes, place + 2);
    }
}
