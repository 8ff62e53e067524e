package org.gridsight.gisdata.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fixed-width table of a shapefile (dBASE III and its successors), read record after record. */
final class DbfTable {

    private static final int HEADER_BYTES = 32;
    private static final int MOST_FIELDS = 2_046;

    /** A column as the header describes it; the name is still bytes, for its encoding is not known yet. */
    record Field(byte[] nameBytes, char type, int offset, int length, int decimals) {

        /** Without the last character when the ten bytes of the header cut it in two. */
        String name(Charset charset) {
            return new String(nameBytes, charset).replaceAll("\uFFFD+$", "").strip();
        }

        boolean isText() {
            return "NFDLIO@+MBGP".indexOf(type) < 0;
        }
    }

    private final InputStream in;
    private final List<Field> fields;
    private final int recordBytes;
    private final long records;
    private final Optional<Charset> languageDriver;

    private DbfTable(InputStream in, ByteBuffer header, List<Field> fields) {
        this.in = in;
        this.fields = List.copyOf(fields);
        this.records = Integer.toUnsignedLong(header.getInt(4));
        this.recordBytes = Short.toUnsignedInt(header.getShort(10));
        this.languageDriver = switch (header.get(29) & 0xFF) {
            case 0x4D, 0x7A -> Optional.of(TextReader.GB18030);
            case 0x4F, 0x78 -> Optional.of(Charset.forName("Big5"));
            default -> Optional.empty();
        };
    }

    static DbfTable open(InputStream in, String where) throws IOException {
        byte[] head = in.readNBytes(HEADER_BYTES);
        if (head.length < HEADER_BYTES) {
            throw new EOFException();
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int headerBytes = Short.toUnsignedInt(header.getShort(8));
        byte[] rest = in.readNBytes(Math.max(0, headerBytes - HEADER_BYTES));
        if (rest.length < headerBytes - HEADER_BYTES) {
            throw new EOFException();
        }
        List<Field> fields = new ArrayList<>();
        int offset = 1;
        for (int at = 0; at + HEADER_BYTES <= rest.length && rest[at] != 0x0D; at += HEADER_BYTES) {
            Field field = field(rest, at, offset);
            fields.add(field);
            offset += field.length();
        }
        DbfTable table = new DbfTable(in, header, fields);
        if (fields.isEmpty() || fields.size() > MOST_FIELDS || offset > table.recordBytes) {
            throw new FileRefused(FileRefused.Reason.CORRUPT, where, "the header does not describe its records");
        }
        return table;
    }

    private static Field field(byte[] header, int at, int offset) {
        int end = at;
        while (end < at + 11 && header[end] != 0) {
            end++;
        }
        byte[] name = java.util.Arrays.copyOfRange(header, at, end);
        return new Field(name, (char) (header[at + 11] & 0xFF), offset, header[at + 16] & 0xFF, header[at + 17] & 0xFF);
    }

    List<Field> fields() {
        return fields;
    }

    long records() {
        return records;
    }

    /** What the header's language byte says, when it speaks of Chinese; other values are too often wrong. */
    Optional<Charset> languageDriver() {
        return languageDriver;
    }

    /** The next record with its deletion mark in front. Owned by the caller. */
    byte[] next() throws IOException {
        byte[] record = in.readNBytes(recordBytes);
        if (record.length < recordBytes) {
            throw new EOFException();
        }
        return record;
    }

    static boolean isDeleted(byte[] record) {
        return record[0] == '*';
    }

    /** The bytes of a field without the filling blanks and zeros. */
    static byte[] bytes(byte[] record, Field field) {
        int from = field.offset();
        int to = from + field.length();
        while (to > from && (record[to - 1] == ' ' || record[to - 1] == 0)) {
            to--;
        }
        return java.util.Arrays.copyOfRange(record, from, to);
    }

    static String ascii(byte[] record, Field field) {
        return new String(bytes(record, field), StandardCharsets.ISO_8859_1).strip();
    }
}
