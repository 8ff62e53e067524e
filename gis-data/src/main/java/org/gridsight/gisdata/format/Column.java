package org.gridsight.gisdata.format;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A column to be written: its name and the narrowest kind that holds all its values. */
record Column(String name, Kind kind) {

    /** From narrow to wide; unlike kinds meet in TEXT, except that whole numbers widen to fractions. */
    enum Kind {
        LOGICAL,
        WHOLE,
        FRACTION,
        DATE,
        TEXT
    }

    static List<Column> of(List<Feature> features) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Feature feature : features) {
            feature.attributes().forEach((name, value) -> kinds.merge(name, kind(value), Column::wider));
        }
        List<Column> columns = new ArrayList<>();
        kinds.forEach((name, kind) -> columns.add(new Column(name, kind)));
        return columns;
    }

    private static Kind kind(Object value) {
        if (value instanceof Boolean) {
            return Kind.LOGICAL;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return Kind.WHOLE;
        }
        if (value instanceof Number) {
            return Kind.FRACTION;
        }
        return value instanceof LocalDate ? Kind.DATE : Kind.TEXT;
    }

    private static Kind wider(Kind one, Kind other) {
        if (one == other) {
            return one;
        }
        boolean numbers =
                (one == Kind.WHOLE || one == Kind.FRACTION) && (other == Kind.WHOLE || other == Kind.FRACTION);
        return numbers ? Kind.FRACTION : Kind.TEXT;
    }

    /** As many whole characters as fit into so many bytes. */
    static byte[] cut(String text, Charset charset, int mostBytes) {
        byte[] bytes = text.getBytes(charset);
        int end = text.length();
        while (bytes.length > mostBytes) {
            end = text.offsetByCodePoints(end, -1);
            bytes = text.substring(0, end).getBytes(charset);
        }
        return bytes;
    }
}
