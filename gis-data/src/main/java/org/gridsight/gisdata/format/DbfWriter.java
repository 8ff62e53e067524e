package org.gridsight.gisdata.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The .dbf of a shapefile. Names are cut to ten bytes and texts to 254, and it says so. */
final class DbfWriter {

    private static final int MOST_TEXT_BYTES = 254;
    private static final int MOST_NAME_BYTES = 10;
    private static final int FRACTION_BYTES = 24;

    /** A field as laid out: where its value comes from and how wide it is. */
    private record Slot(Column column, byte[] name, char type, int width) {}

    private final Charset charset;
    private final List<Feature> features;
    private final List<Slot> slots = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    DbfWriter(List<Feature> features, Charset charset) {
        this.features = features;
        this.charset = charset;
        List<Column> columns = Column.of(features);
        if (columns.isEmpty()) {
            columns = List.of(new Column("id", Column.Kind.WHOLE));
        }
        Set<String> taken = new HashSet<>();
        for (Column column : columns) {
            slots.add(slot(column, name(column.name(), taken)));
        }
    }

    List<String> notes() {
        return notes;
    }

    byte[] table() {
        int recordBytes = 1 + slots.stream().mapToInt(Slot::width).sum();
        ByteBuffer header = ByteBuffer.allocate(32 + 32 * slots.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
        // a fixed date, so that the same features give the same bytes
        header.put((byte) 3).put((byte) 100).put((byte) 1).put((byte) 1);
        header.putInt(features.size()).putShort((short) header.capacity()).putShort((short) recordBytes);
        header.put(29, languageDriver());
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            int at = 32 + 32 * i;
            header.position(at);
            header.put(slot.name());
            header.put(at + 11, (byte) slot.type());
            header.put(at + 16, (byte) slot.width());
            header.put(at + 17, (byte) (slot.column().kind() == Column.Kind.FRACTION ? 15 : 0));
        }
        header.put(header.capacity() - 1, (byte) 0x0D);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        for (int row = 0; row < features.size(); row++) {
            out.write(' ');
            for (Slot slot : slots) {
                out.writeBytes(value(slot, row));
            }
        }
        out.write(0x1A);
        return out.toByteArray();
    }

    private byte[] value(Slot slot, int row) {
        Map<String, Object> attributes = features.get(row).attributes();
        byte[] field = new byte[slot.width()];
        Arrays.fill(field, (byte) ' ');
        Object value = attributes.get(slot.column().name());
        if (value == null) {
            return field;
        }
        byte[] bytes = bytes(slot, value);
        boolean right = slot.type() == 'N' || slot.type() == 'F';
        System.arraycopy(bytes, 0, field, right ? field.length - bytes.length : 0, bytes.length);
        return field;
    }

    private byte[] bytes(Slot slot, Object value) {
        return switch (slot.column().kind()) {
            case LOGICAL -> ascii(Boolean.TRUE.equals(value) ? "T" : "F");
            case WHOLE -> ascii(String.valueOf(value));
            case FRACTION -> ascii(String.valueOf(((Number) value).doubleValue()));
            case DATE -> ascii(((LocalDate) value).format(DateTimeFormatter.BASIC_ISO_DATE));
            case TEXT -> Column.cut(String.valueOf(value), charset, slot.width());
        };
    }

    private Slot slot(Column column, byte[] name) {
        return switch (column.kind()) {
            case LOGICAL -> new Slot(column, name, 'L', 1);
            case WHOLE -> new Slot(column, name, 'N', longest(column, StandardCharsets.US_ASCII));
            case FRACTION -> new Slot(column, name, 'F', FRACTION_BYTES);
            case DATE -> new Slot(column, name, 'D', 8);
            case TEXT -> {
                int bytes = longest(column, charset);
                if (bytes > MOST_TEXT_BYTES) {
                    notes.add("texts of column " + column.name() + " are cut to " + MOST_TEXT_BYTES + " bytes");
                }
                yield new Slot(column, name, 'C', Math.min(bytes, MOST_TEXT_BYTES));
            }
        };
    }

    private int longest(Column column, Charset encoding) {
        int longest = 1;
        for (Feature feature : features) {
            Object value = feature.attributes().get(column.name());
            if (value != null) {
                longest = Math.max(longest, String.valueOf(value).getBytes(encoding).length);
            }
        }
        return longest;
    }

    private byte[] name(String wanted, Set<String> taken) {
        byte[] name = Column.cut(wanted, charset, MOST_NAME_BYTES);
        for (int i = 1; !taken.add(new String(name, charset).toLowerCase(Locale.ROOT)); i++) {
            String suffix = "_" + i;
            byte[] stem = Column.cut(wanted, charset, MOST_NAME_BYTES - suffix.length());
            name = (new String(stem, charset) + suffix).getBytes(charset);
        }
        String written = new String(name, charset);
        if (!written.equals(wanted)) {
            notes.add("column " + wanted + " is called " + written);
        }
        return name;
    }

    private byte languageDriver() {
        return (byte) (charset.name().startsWith("GB") ? 0x4D : 0);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
