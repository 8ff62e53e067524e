package org.gridsight.spatial.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gridsight.spatial.UnusableInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wanted columns of a CSV file in one pass over its bytes (RFC 4180: commas, quotes, any line end; UTF-8 with
 * or without a mark). Rows are counted from 1, after the header; blank lines do not count.
 */
final class CsvReader {

    private static final int LONGEST_CELL = 1 << 24;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private byte[] cell = new byte[64];
    private int length;
    private boolean lastInRow;
    private boolean quoted;
    private boolean begun;
    private int row;

    private CsvReader(InputStream in) {
        this.in = in;
    }

    /** Fills the columns from a file; {@code .gz} is unpacked. Answers the number of rows. */
    static int read(Path file, List<? extends Column> columns) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnusableInput(file + " is a folder, not a file");
        }
        boolean packed = file.toString().endsWith(".gz");
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = packed ? new GZIPInputStream(plain, 1 << 16) : plain) {
            return new CsvReader(in).rows(file, columns);
        } catch (ZipException | EOFException broken) {
            throw new UnusableInput(file + " is not a complete gzip file");
        }
    }

    private int rows(Path file, List<? extends Column> columns) throws IOException {
        List<String> header = header();
        if (header.isEmpty()) {
            throw new UnusableInput(file + " is empty, it must begin with a line of column names");
        }
        @Nullable Column[] wanted = new Column[header.size()];
        for (Column column : columns) {
            int place = header.indexOf(column.name());
            if (place >= 0) {
                wanted[place] = column;
            } else if (column.required()) {
                throw new UnusableInput(file + " has no column " + column.name() + ", its columns are "
                        + NumberColumn.shown(String.join(",", header)));
            }
        }
        row = 1;
        while (nextCell()) {
            if (length > 0 || quoted || !lastInRow) {
                row(wanted);
                row++;
            }
        }
        return row - 1;
    }

    private void row(@Nullable Column[] wanted) throws IOException {
        for (int i = 0; ; i++) {
            Column column = i < wanted.length ? wanted[i] : null;
            if (column != null) {
                column.take(cell, length, row);
            }
            if (lastInRow) {
                if (i + 1 != wanted.length) {
                    throw new UnusableInput(
                            "row " + row + " has " + (i + 1) + " columns, the header has " + wanted.length);
                }
                return;
            }
            nextCell();
        }
    }

    private List<String> header() throws IOException {
        List<String> names = new ArrayList<>();
        while (nextCell()) {
            names.add(new String(cell, 0, length, StandardCharsets.UTF_8).strip());
            if (lastInRow) {
                break;
            }
        }
        if (names.size() == 1 && names.get(0).isEmpty()) {
            names.clear();
        }
        return names;
    }

    /** Reads one cell and whether its row ends there; false at the end of the file. */
    private boolean nextCell() throws IOException {
        length = 0;
        quoted = false;
        int b = next();
        if (b < 0) {
            lastInRow = true;
            return false;
        }
        if (b == '"') {
            quoted = true;
            quotedPart();
            b = next();
        }
        while (b != ',' && b != '\n' && b >= 0) {
            if (b != '\r') {
                add(b);
            }
            b = next();
        }
        lastInRow = b != ',';
        trim();
        return true;
    }

    /** What stands between quotes; two of them mean one. */
    private void quotedPart() throws IOException {
        while (true) {
            int b = next();
            if (b < 0) {
                throw new UnusableInput("row " + row + ": a quote is opened and never closed");
            }
            if (b == '"') {
                int after = next();
                if (after != '"') {
                    if (after >= 0) {
                        at--;
                    }
                    return;
                }
            }
            add(b);
        }
    }

    /** Blanks around a cell that is not quoted do not count. */
    private void trim() {
        if (quoted) {
            return;
        }
        while (length > 0 && cell[length - 1] == ' ') {
            length--;
        }
        int blanks = 0;
        while (blanks < length && cell[blanks] == ' ') {
            blanks++;
        }
        if (blanks > 0) {
            length -= blanks;
            System.arraycopy(cell, blanks, cell, 0, length);
        }
    }

    private void add(int b) {
        if (length == cell.length) {
            if (length >= LONGEST_CELL) {
                throw new UnusableInput("row " + row + ": a cell is longer than 16 MB; is a quote left open?");
            }
            cell = Arrays.copyOf(cell, length * 2);
        }
        cell[length++] = (byte) b;
    }

    /** The length of a byte order mark at the very beginning. */
    private int mark() {
        boolean there = limit >= 3 && buffer[0] == (byte) 0xef && buffer[1] == (byte) 0xbb && buffer[2] == (byte) 0xbf;
        return there ? 3 : 0;
    }

    private int next() throws IOException {
        if (at == limit) {
            limit = in.readNBytes(buffer, 0, buffer.length);
            at = begun ? 0 : mark();
            begun = true;
            if (at >= limit) {
                limit = at;
                return -1;
            }
        }
        return buffer[at++] & 0xff;
    }
}
