package org.gridsight.gisdata.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridsight.gisdata.crs.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * CSV with one point a row, or one shape in a column called wkt. The columns are found by their usual names; degrees of WGS 84 are assumed only for columns
 * called longitude and latitude, x and y need a system from the caller.
 */
final class CsvFeatureReader {

    private static final List<String> EAST = List.of("lng", "lon", "long", "longitude", "经度", "x");
    private static final List<String> NORTH = List.of("lat", "latitude", "纬度", "y");
    private static final Set<String> PLAIN = Set.of("x", "y");

    private CsvFeatureReader() {}

    static void read(CsvRows rows, FeatureIntake intake) {
        Optional<String> wkt = rows.columns().stream()
                .filter(column -> column.equalsIgnoreCase("wkt"))
                .findFirst();
        if (wkt.isPresent()) {
            shapes(rows, wkt.get(), intake);
            return;
        }
        String east = column(rows.columns(), EAST);
        String north = column(rows.columns(), NORTH);
        if (!PLAIN.contains(east.toLowerCase(Locale.ROOT))) {
            intake.foundCrs(Crs.of("WGS84"), "columns " + east + " and " + north);
        }
        intake.columns(rows.columns());
        for (CsvRow row : rows) {
            if (row.fault().isPresent()) {
                intake.fault(row.fault().get());
                continue;
            }
            try {
                Coordinate point = new Coordinate(number(row, east), number(row, north));
                intake.add(row.number(), GeometryCheck.FACTORY.createPoint(point), attributes(row, rows.columns()));
            } catch (BadGeometry e) {
                intake.fault(e.at(row.number()));
            }
        }
        intake.charset(rows.charset());
    }

    private static void shapes(CsvRows rows, String wkt, FeatureIntake intake) {
        List<String> others =
                rows.columns().stream().filter(column -> !column.equals(wkt)).toList();
        intake.columns(others);
        for (CsvRow row : rows) {
            if (row.fault().isPresent()) {
                intake.fault(row.fault().get());
                continue;
            }
            try {
                intake.add(row.number(), shape(row.find(wkt).orElse(""), intake.limits()), attributes(row, others));
            } catch (BadGeometry e) {
                intake.fault(e.at(row.number()));
            }
        }
        intake.charset(rows.charset());
    }

    private static Geometry shape(String wkt, ReadLimits limits) throws BadGeometry {
        int depth = 0;
        for (int i = 0; i < wkt.length() && depth <= limits.depth(); i++) {
            depth += wkt.charAt(i) == '(' ? 1 : wkt.charAt(i) == ')' ? -1 : 0;
        }
        if (wkt.isEmpty() || depth > limits.depth()) {
            throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "column wkt is empty or nested too deep");
        }
        try {
            return new WKTReader(GeometryCheck.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, "column wkt holds no geometry we read");
        } catch (IllegalArgumentException e) {
            throw new BadGeometry(RowFault.Code.NOT_CLOSED, "column wkt holds a ring that is not closed or too short");
        }
    }

    static double number(CsvRow row, String column) throws BadGeometry {
        Optional<String> text = row.find(column);
        if (text.isEmpty()) {
            throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "column " + column + " is empty");
        }
        try {
            return Double.parseDouble(text.get());
        } catch (NumberFormatException e) {
            String shown = text.get().length() > 40 ? text.get().substring(0, 40) + "..." : text.get();
            throw new BadGeometry(RowFault.Code.NUMBER, "column " + column + " is no number: \"" + shown + "\"");
        }
    }

    private static Map<String, Object> attributes(CsvRow row, List<String> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String column : columns) {
            row.find(column).ifPresent(value -> values.put(column, value));
        }
        return values;
    }

    private static String column(List<String> columns, List<String> names) {
        for (String name : names) {
            for (String column : columns) {
                if (column.equalsIgnoreCase(name)) {
                    return column;
                }
            }
        }
        throw FileRefused.missingColumn(names);
    }
}
