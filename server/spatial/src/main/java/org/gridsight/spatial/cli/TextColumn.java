package org.gridsight.spatial.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gridsight.spatial.UnusableInput;

/** Cells as they are, packed into one array: ids of a million rows without a million strings. */
final class TextColumn extends Column {

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int size;

    TextColumn(String name, boolean required) {
        super(name, required);
    }

    @Override
    void take(byte[] cell, int length, int row) {
        int start = size == 0 ? 0 : ends[size - 1];
        if (start > Integer.MAX_VALUE / 2 - length) {
            throw new UnusableInput("row " + row + ": column " + name() + " holds more than a gigabyte of text");
        }
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(start + length, bytes.length * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(cell, 0, bytes, start, length);
        ends[size++] = start + length;
    }

    int size() {
        return size;
    }

    /** The cell of a row, counted from 0, as a whole number without sign of at most 18 digits; -1 for anything else. */
    long whole(int row) {
        int from = row == 0 ? 0 : ends[row - 1];
        int length = ends[row] - from;
        long value = 0;
        for (int i = from; i < ends[row]; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = value * 10 + (bytes[i] - '0');
        }
        return length == 0 || length > 18 ? -1 : value;
    }

    /** The cell of a row, counted from 0, as it is. */
    String text(int row) {
        int start = row == 0 ? 0 : ends[row - 1];
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    /** The cell of a row, counted from 0, as CSV: in quotes when it holds a comma, a quote or a line break. */
    byte[] cell(int row) {
        byte[] raw = Arrays.copyOfRange(bytes, row == 0 ? 0 : ends[row - 1], ends[row]);
        int quotes = 0;
        boolean plain = true;
        for (byte b : raw) {
            quotes += b == '"' ? 1 : 0;
            plain &= b != '"' && b != ',' && b != '\n' && b != '\r';
        }
        if (plain) {
            return raw;
        }
        byte[] quoted = new byte[raw.length + quotes + 2];
        int length = 0;
        quoted[length++] = '"';
        for (byte b : raw) {
            if (b == '"') {
                quoted[length++] = '"';
            }
            quoted[length++] = b;
        }
        quoted[length] = '"';
        return quoted;
    }
}
