package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.hotspot.scan.DatedPoints;

/** A CSV file of the evaluation data, packed or not, whose texts hold no comma. The names of the columns are left out. */
record CaseFile(List<String[]> rows) {

    static CaseFile read(Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new CaseFile(reader.lines()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList());
        }
    }

    /** The rows whose cell in a column is the text. */
    CaseFile where(int column, String text) {
        return new CaseFile(
                rows.stream().filter(row -> row[column].equals(text)).toList());
    }

    /** The places of all rows; y follows x. */
    PlanarPoints places(int xColumn) {
        return PlanarPoints.of(numbers(xColumn), numbers(xColumn + 1));
    }

    /** Places and days of all rows; the first ten characters of a time are its day. */
    DatedPoints cases(int timeColumn, int xColumn) {
        int[] days = rows.stream()
                .mapToInt(row ->
                        (int) LocalDate.parse(row[timeColumn].substring(0, 10)).toEpochDay())
                .toArray();
        return DatedPoints.of(places(xColumn), days);
    }

    private double[] numbers(int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }
}
