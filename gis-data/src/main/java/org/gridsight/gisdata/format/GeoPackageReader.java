package org.gridsight.gisdata.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.crs.CrsRefused;
import org.locationtech.jts.geom.Geometry;

/**
 * The one feature table of a GeoPackage (OGC 12-128), opened read-only. Only real tables are read: a view or virtual
 * table under a known name could compute for ever.
 */
final class GeoPackageReader {

    /** Bytes of the optional envelope by its code, section 2.1.3.1.1 of the standard. */
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private static final int SECONDS_PER_QUERY = 20;

    private record Layer(String table, String geometryColumn, long srsId) {}

    private final Connection connection;
    private final String name;
    private final FeatureIntake intake;

    private GeoPackageReader(Connection connection, String name, FeatureIntake intake) {
        this.connection = connection;
        this.name = name;
        this.intake = intake;
    }

    static void read(Path path, String name, FeatureIntake intake) {
        String url = "jdbc:sqlite:file:" + path.toUri().getRawPath() + "?mode=ro&immutable=1";
        try (Connection connection = DriverManager.getConnection(url)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("PRAGMA cell_size_check = ON");
            }
            GeoPackageReader reader = new GeoPackageReader(connection, name, intake);
            Layer layer = reader.layer();
            reader.crs(layer);
            reader.rows(layer);
        } catch (SQLException e) {
            throw new FileRefused(
                    FileRefused.Reason.CORRUPT, name, "the GeoPackage is damaged or incomplete: " + e.getMessage());
        }
    }

    private Layer layer() throws SQLException {
        requireTable("gpkg_contents");
        requireTable("gpkg_geometry_columns");
        requireTable("gpkg_spatial_ref_sys");
        List<Layer> layers = new ArrayList<>();
        try (PreparedStatement query = prepared("SELECT g.table_name, g.column_name, g.srs_id"
                        + " FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name"
                        + " WHERE c.data_type = 'features' ORDER BY 1 LIMIT 6");
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                layers.add(new Layer(found.getString(1), found.getString(2), found.getLong(3)));
            }
        }
        if (layers.isEmpty()) {
            throw new FileRefused(FileRefused.Reason.CORRUPT, name, "the GeoPackage has no feature table");
        }
        if (layers.size() > 1) {
            throw new FileRefused(
                    FileRefused.Reason.SEVERAL_LAYERS,
                    name,
                    "send one layer at a time; found "
                            + layers.stream().map(Layer::table).toList());
        }
        requireTable(layers.get(0).table());
        return layers.get(0);
    }

    private void requireTable(String table) throws SQLException {
        try (PreparedStatement query =
                prepared("SELECT sql FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)")) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                String sql = found.next() ? found.getString(1) : null;
                if (sql == null || sql.toUpperCase(Locale.ROOT).startsWith("CREATE VIRTUAL")) {
                    throw new FileRefused(
                            FileRefused.Reason.CORRUPT, name, "there is no plain table \"" + table + "\"");
                }
            }
        }
    }

    private void crs(Layer layer) throws SQLException {
        if (intake.knowsCrs()) {
            return;
        }
        try (PreparedStatement query = prepared("SELECT organization, organization_coordsys_id, definition"
                + " FROM gpkg_spatial_ref_sys WHERE srs_id = ?")) {
            query.setLong(1, layer.srsId());
            try (ResultSet found = query.executeQuery()) {
                if (!found.next() || layer.srsId() <= 0) {
                    return;
                }
                boolean epsg = "EPSG".equalsIgnoreCase(found.getString(1));
                Crs crs = epsg ? Crs.of("EPSG:" + found.getLong(2)) : Crs.fromWkt(found.getString(3));
                intake.foundCrs(crs, "srs_id " + layer.srsId());
            } catch (CrsRefused e) {
                throw new FileRefused(
                        FileRefused.Reason.NO_CRS, name + ", srs_id " + layer.srsId(), String.valueOf(e.getMessage()));
            }
        }
    }

    private void rows(Layer layer) throws SQLException {
        String table = '"' + layer.table().replace("\"", "\"\"") + '"';
        try (PreparedStatement query = prepared("SELECT * FROM " + table);
                ResultSet found = query.executeQuery()) {
            ResultSetMetaData columns = found.getMetaData();
            int geometryColumn = found.findColumn(layer.geometryColumn());
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (i != geometryColumn) {
                    intake.columns(List.of(columns.getColumnName(i)));
                }
            }
            for (long row = 1; found.next(); row++) {
                row(found, geometryColumn, row);
            }
        }
    }

    private void row(ResultSet found, int geometryColumn, long row) throws SQLException {
        try {
            byte[] blob = found.getBytes(geometryColumn);
            if (blob == null) {
                throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "the row has no geometry");
            }
            intake.add(row, geometry(blob), attributes(found, geometryColumn));
        } catch (BadGeometry e) {
            intake.fault(e.at(row));
        }
    }

    private Geometry geometry(byte[] blob) throws BadGeometry {
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, "the value is no GeoPackage geometry");
        }
        int flags = blob[3];
        int envelope = (flags >> 1) & 7;
        if ((flags & 0x20) != 0 || envelope >= ENVELOPE_BYTES.length) {
            throw new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, "geometry flags " + flags + " are not read");
        }
        if ((flags & 0x10) != 0) {
            throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "the geometry is empty");
        }
        int start = 8 + ENVELOPE_BYTES[envelope];
        if (start > blob.length) {
            throw new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, "the geometry ends too early");
        }
        ByteBuffer wkb = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN).position(start);
        return WkbShape.parse(wkb, intake.limits());
    }

    private static Map<String, Object> attributes(ResultSet found, int geometryColumn) throws SQLException {
        ResultSetMetaData columns = found.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = i == geometryColumn ? null : found.getObject(i);
            if (value instanceof String || value instanceof Double) {
                values.put(columns.getColumnName(i), typed(value, columns.getColumnTypeName(i)));
            } else if (value instanceof Number number) {
                boolean logical = columns.getColumnTypeName(i).equalsIgnoreCase("BOOLEAN");
                values.put(columns.getColumnName(i), logical ? (Object) (number.longValue() != 0) : number.longValue());
            } else if (value instanceof Boolean) {
                values.put(columns.getColumnName(i), value);
            }
        }
        return values;
    }

    private static Object typed(Object value, String declared) {
        if (value instanceof String text && declared.equalsIgnoreCase("DATE")) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException kept) {
                return text;
            }
        }
        return value;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(SECONDS_PER_QUERY);
        return statement;
    }
}
