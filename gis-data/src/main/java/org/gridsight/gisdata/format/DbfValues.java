package org.gridsight.gisdata.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the bytes of a table record into values. Blank fields are absent; unreadable ones are a fault of the row. */
record DbfValues(Charset charset) {

    Map<String, Object> of(byte[] record, DbfTable table) throws BadGeometry {
        Map<String, Object> values = new LinkedHashMap<>();
        for (DbfTable.Field field : table.fields()) {
            String name = field.name(charset);
            switch (field.type()) {
                case 'N', 'F' -> number(DbfTable.ascii(record, field), name, field, values);
                case 'L' -> logical(DbfTable.ascii(record, field), name, values);
                case 'D' -> date(DbfTable.ascii(record, field), name, values);
                case 'I', 'O' -> binary(record, field, name, values);
                // memo numbers point into a file that is not sent
                case 'M', 'B', 'G', 'P' -> {}
                default -> text(DbfTable.bytes(record, field), name, values);
            }
        }
        return values;
    }

    private void text(byte[] bytes, String name, Map<String, Object> values) throws BadGeometry {
        String text = new String(bytes, charset);
        // a last character cut in two by the field's width is dropped
        if (text.endsWith("\uFFFD") && bytes.length >= 250) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw new BadGeometry(RowFault.Code.TEXT, "field " + name + " is not " + charset + " text");
        }
        if (!text.isBlank()) {
            values.put(name, text.strip());
        }
    }

    private static void number(String text, String name, DbfTable.Field field, Map<String, Object> values)
            throws BadGeometry {
        if (text.isEmpty() || text.chars().allMatch(c -> c == '*')) {
            return;
        }
        try {
            if (field.decimals() == 0 && text.length() <= 18 && text.matches("[-+]?\\d+")) {
                values.put(name, Long.valueOf(text));
            } else {
                values.put(name, Double.valueOf(text));
            }
        } catch (NumberFormatException e) {
            throw new BadGeometry(RowFault.Code.NUMBER, "field " + name + " is no number: \"" + text + "\"");
        }
    }

    private static void logical(String text, String name, Map<String, Object> values) {
        if (!text.isEmpty() && "TtYyFfNn".contains(text)) {
            values.put(name, "TtYy".contains(text));
        }
    }

    private static void date(String text, String name, Map<String, Object> values) throws BadGeometry {
        if (text.isEmpty() || text.chars().allMatch(c -> c == '0')) {
            return;
        }
        try {
            values.put(name, LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            throw new BadGeometry(RowFault.Code.NUMBER, "field " + name + " is no date: \"" + text + "\"");
        }
    }

    private static void binary(byte[] record, DbfTable.Field field, String name, Map<String, Object> values) {
        ByteBuffer bytes =
                ByteBuffer.wrap(record, field.offset(), field.length()).order(ByteOrder.LITTLE_ENDIAN);
        if (field.type() == 'I' && field.length() == 4) {
            values.put(name, (long) bytes.getInt());
        } else if (field.type() == 'O' && field.length() == 8) {
            values.put(name, bytes.getDouble());
        }
    }
}
