package org.gridsight.app.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Finds a column by the sender's word, else by its usual names; ten bytes of a shapefile's name are enough. */
final class Columns {

    private static final int SHAPEFILE_BYTES = 10;

    private final List<String> columns;
    private final Faults faults;

    Columns(List<String> columns, Faults faults) {
        this.columns = columns;
        this.faults = faults;
    }

    /** @param field of the form, for the fault when the given column does not exist */
    Optional<String> find(String field, @Nullable String given, List<String> usual) {
        if (given == null || given.isBlank()) {
            return usual.stream().flatMap(name -> named(name).stream()).findFirst();
        }
        Optional<String> column = named(given.strip());
        if (column.isEmpty()) {
            faults.add(
                    field,
                    new Text("文件中没有列 {0},现有:{1}。", "the file has no column {0}; it has {1}")
                            .with(given, String.join(", ", columns)));
        }
        return column;
    }

    private Optional<String> named(String wanted) {
        String plain = plain(wanted);
        return columns.stream()
                .filter(column -> plain(column).equals(plain)
                        || (column.length() == SHAPEFILE_BYTES
                                && wanted.length() > SHAPEFILE_BYTES
                                && wanted.regionMatches(true, 0, column, 0, SHAPEFILE_BYTES)))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_\\-\\s]", "");
    }
}
