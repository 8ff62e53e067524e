package org.gridsight.spatial.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.SharedData;

/** Points and reference results of the evaluation data beside the repository; tests skip, and say so, without it. */
final class Oracles {

    private Oracles() {}

    /** The fields of every line; the first line holds the names. Texts in these files contain no comma. */
    static List<String[]> rows(String file) throws IOException {
        Path path = SharedData.file(file);
        try (InputStream raw = Files.newInputStream(path);
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            List<String[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(line.replace("\"", "").split(",", -1));
            }
            return rows;
        }
    }

    static double[] column(List<String[]> rows, String name) {
        int column = List.of(rows.get(0)).indexOf(name);
        return rows.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .toArray();
    }

    static PlanarPoints points(String file) throws IOException {
        List<String[]> rows = rows(file);
        return PlanarPoints.of(column(rows, "x"), column(rows, "y"));
    }
}
