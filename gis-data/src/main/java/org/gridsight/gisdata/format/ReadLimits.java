package org.gridsight.gisdata.format;

/**
 * Bounds for reading a file that somebody sent. Beyond them a file is refused, except {@code vertices}, which costs only
 * the row.
 *
 * @param packedBytes size of the file as sent
 * @param unpackedBytes size of all its parts unpacked; also bounds streamed CSV
 * @param entries parts of an archive
 * @param depth nesting of JSON, XML and geometry collections
 * @param vertices points of one geometry
 * @param rows features of one file; streamed CSV is bounded by its bytes alone
 * @param rowChars characters of one CSV field, JSON string or XML text
 */
public record ReadLimits(
        long packedBytes, long unpackedBytes, int entries, int depth, int vertices, int rows, int rowChars) {

    /** More than this many times its packed size, a part is a bomb; real tables reach some 25. */
    static final long MOST_RATIO = 200;

    /** Below this the ratio does not matter. */
    static final long RATIO_FREE_BYTES = 16L << 20;

    public ReadLimits {
        if (packedBytes < 1
                || unpackedBytes < 1
                || entries < 1
                || depth < 1
                || vertices < 1
                || rows < 1
                || rowChars < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
    }

    /** 64 MB packed, 512 MB unpacked, 200 entries, depth 64, 200,000 vertices, 500,000 rows, 1 M characters. */
    public static ReadLimits defaults() {
        return new ReadLimits(64L << 20, 512L << 20, 200, 64, 200_000, 500_000, 1 << 20);
    }

    public ReadLimits withBytes(long packed, long unpacked) {
        return new ReadLimits(packed, unpacked, entries, depth, vertices, rows, rowChars);
    }

    public ReadLimits withRows(int most) {
        return new ReadLimits(packedBytes, unpackedBytes, entries, depth, vertices, most, rowChars);
    }

    public ReadLimits withVertices(int most) {
        return new ReadLimits(packedBytes, unpackedBytes, entries, depth, most, rows, rowChars);
    }
}
