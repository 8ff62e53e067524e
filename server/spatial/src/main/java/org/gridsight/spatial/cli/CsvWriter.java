package org.gridsight.spatial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a CSV file cell by cell, without making a string of each number; {@code .gz} is packed. */
final class CsvWriter implements AutoCloseable {

    private static final int LONGEST_NUMBER = 32;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int length;
    private boolean inRow;

    CsvWriter(Path file) throws IOException {
        OutputStream plain = Files.newOutputStream(file);
        this.out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain;
    }

    /** A cell that holds text as it is: the caller's own words, without quotes or commas inside. */
    CsvWriter text(String value) throws IOException {
        separate();
        bytes(value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    CsvWriter whole(long value) throws IOException {
        separate();
        if (value < 0) {
            buffer[length++] = '-';
        }
        digits(value);
        return this;
    }

    /** A number in the shortest form that reads back exactly; not a number stays an empty cell. */
    CsvWriter number(double value) throws IOException {
        if (value == (long) value && Math.abs(value) < 1e15) {
            return whole((long) value);
        }
        separate();
        if (Double.isFinite(value)) {
            bytes(Double.toString(value).getBytes(StandardCharsets.US_ASCII));
        }
        return this;
    }

    /** The id of a row, quoted again where it must be. */
    CsvWriter id(Places places, int row) throws IOException {
        TextColumn ids = places.ids();
        if (ids == null) {
            return whole(row + 1L);
        }
        separate();
        bytes(ids.cell(row));
        return this;
    }

    void end() throws IOException {
        room(1);
        buffer[length++] = '\n';
        inRow = false;
    }

    private void separate() throws IOException {
        room(LONGEST_NUMBER);
        if (inRow) {
            buffer[length++] = ',';
        }
        inRow = true;
    }

    /** Writes the digits of |value|; room is there. */
    private void digits(long value) {
        int width = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            width++;
        }
        long rest = value;
        for (int i = length + width - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        }
        length += width;
    }

    private void bytes(byte[] text) throws IOException {
        if (text.length > buffer.length) {
            flush();
            out.write(text);
            return;
        }
        room(text.length);
        System.arraycopy(text, 0, buffer, length, text.length);
        length += text.length;
    }

    private void room(int bytes) throws IOException {
        if (length + bytes > buffer.length) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            out.close();
        }
    }
}
