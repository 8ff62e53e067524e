package org.gridsight.gisdata.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes of one part, counted; refuses past the limit or when the part swells beyond any honest ratio. */
final class BoundedInput extends FilterInputStream {

    private final String where;
    private final long limit;
    private final long packedBytes;
    private long count;

    /** @param packedBytes size of the part as sent */
    BoundedInput(InputStream in, String where, long limit, long packedBytes) {
        super(in);
        this.where = where;
        this.limit = limit;
        this.packedBytes = Math.max(1, packedBytes);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        counted(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(long more) {
        count += more;
        if (count > limit) {
            throw new FileRefused(FileRefused.Reason.TOO_LARGE, where, "unpacks to more than " + limit + " bytes");
        }
        if (count > ReadLimits.RATIO_FREE_BYTES && count / packedBytes > ReadLimits.MOST_RATIO) {
            throw new FileRefused(
                    FileRefused.Reason.TOO_LARGE,
                    where,
                    "unpacks to more than " + ReadLimits.MOST_RATIO + " times its packed size");
        }
    }
}
