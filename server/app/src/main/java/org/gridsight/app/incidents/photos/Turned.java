package org.gridsight.app.incidents.photos;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a camera was held, the one thing that is read out of Exif: without it pictures would lie on their sides. */
final class Turned {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ENTRIES = 200;

    private Turned() {}

    /** 1 to 8; 1 when the segment tells nothing or cannot be read. */
    static int read(byte[] bytes, int from, int to) {
        if (to - from < EXIF.length + 8) {
            return 1;
        }
        ByteBuffer segment = ByteBuffer.wrap(bytes, from, to - from).slice();
        for (byte letter : EXIF) {
            if (segment.get() != letter) {
                return 1;
            }
        }
        ByteBuffer tiff = segment.slice();
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = Math.min(MOST_ENTRIES, tiff.getShort(directory) & 0xFFFF);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > tiff.limit()) {
                return 1;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int turn = tiff.getShort(entry + 8);
                return turn >= 1 && turn <= 8 ? turn : 1;
            }
        }
        return 1;
    }

    static boolean onItsSide(int turn) {
        return turn >= 5;
    }

    /** From the picture as stored, {@code width} by {@code height}, to the picture upright. */
    static AffineTransform upright(int turn, int width, int height) {
        return switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
