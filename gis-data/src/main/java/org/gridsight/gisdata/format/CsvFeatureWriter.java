package org.gridsight.gisdata.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.gisdata.crs.Crs;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * CSV with the attributes and lng, lat (x, y in a projected system) for points, a wkt column for other shapes. UTF-8 gets
 * a byte order mark, for spreadsheets; a text they would run as a formula gets an apostrophe in front.
 */
final class CsvFeatureWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvFeatureWriter() {}

    static void write(Layer layer, OutputStream out) throws IOException {
        boolean points = layer.features().stream().allMatch(feature -> feature.geometry() instanceof Point);
        Crs crs = layer.crs();
        List<Column> columns = Column.of(layer.features());
        List<String> header = new ArrayList<>();
        columns.forEach(column -> header.add(safe(column.name())));
        header.addAll(!points ? List.of("wkt") : crs.isDegrees() ? List.of("lng", "lat") : List.of("x", "y"));
        Writer text = new OutputStreamWriter(out, layer.charset());
        if (layer.charset().equals(StandardCharsets.UTF_8)) {
            text.write('\uFEFF');
        }
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(header);
        for (Feature feature : layer.features()) {
            List<String> row = new ArrayList<>();
            for (Column column : columns) {
                Object value = feature.attributes().get(column.name());
                row.add(value == null ? "" : value instanceof String words ? safe(words) : String.valueOf(value));
            }
            Geometry there = crs.fromCgcs2000(feature.geometry());
            if (points) {
                row.add(String.valueOf(there.getCoordinate().x));
                row.add(String.valueOf(there.getCoordinate().y));
            } else {
                row.add(there.toText());
            }
            csv.writeRecord(row);
        }
        csv.flush();
    }

    private static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
