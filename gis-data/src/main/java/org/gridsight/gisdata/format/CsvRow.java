package org.gridsight.gisdata.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One data row of a CSV file.
 *
 * @param number from 1, without the header
 * @param line line of the file where the row starts, from 1
 * @param index column name to position, shared by all rows
 * @param fault set when the row does not fit the header or its text is unreadable; the values are then not to be used
 */
public record CsvRow(
        long number, long line, Map<String, Integer> index, List<String> values, Optional<RowFault> fault) {

    /** The value of a column; empty when the column is unknown or the field blank. */
    public Optional<String> find(String column) {
        Integer position = index.get(column);
        if (position == null || position >= values.size()) {
            return Optional.empty();
        }
        String value = values.get(position).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
