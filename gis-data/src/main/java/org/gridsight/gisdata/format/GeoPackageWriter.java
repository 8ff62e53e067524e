package org.gridsight.gisdata.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.gisdata.crs.Crs;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** A GeoPackage 1.3 with one feature table, without a spatial index. */
final class GeoPackageWriter {

    private static final int APPLICATION_ID = 0x47504B47;
    private static final int VERSION = 10_300;

    private final Layer layer;
    private final Crs crs;
    private final int srsId;
    private final List<Column> columns;

    GeoPackageWriter(Layer layer) {
        this.layer = layer;
        this.crs = layer.crs();
        String name = crs.name();
        this.srsId = switch (name) {
            case "CGCS2000" -> 4490;
            case "WGS84" -> 4326;
            default -> name.matches("EPSG:\\d+") ? Integer.parseInt(name.substring(5)) : 0;
        };
        if (srsId == 0) {
            throw new IllegalArgumentException("a GeoPackage needs an EPSG system, was " + name);
        }
        this.columns = Column.of(layer.features());
    }

    void write(OutputStream out) throws IOException {
        Path file = Files.createTempFile("gridsight-", ".gpkg");
        try {
            try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                database.setAutoCommit(false);
                tables(database);
                rows(database);
                database.commit();
            } catch (SQLException e) {
                throw new IOException(e);
            }
            Files.copy(file, out);
        } finally {
            Files.delete(file);
        }
    }

    private void tables(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("PRAGMA application_id = " + APPLICATION_ID);
            sql.execute("PRAGMA user_version = " + VERSION);
            sql.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,"
                    + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,"
                    + " definition TEXT NOT NULL, description TEXT)");
            sql.execute("CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
                    + " identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT"
                    + " (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,"
                    + " max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id))");
            sql.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL REFERENCES"
                    + " gpkg_contents(table_name), column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,"
                    + " srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL,"
                    + " m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name))");
            String own = columns.stream()
                    .map(column -> ", " + quoted(column.name()) + " " + type(column.kind()))
                    .collect(Collectors.joining());
            sql.execute("CREATE TABLE " + quoted(layer.name()) + " (" + quoted(key("fid"))
                    + " INTEGER PRIMARY KEY AUTOINCREMENT, " + quoted(key("geom")) + " GEOMETRY" + own + ")");
        }
        system(database, -1, "NONE", "undefined");
        system(database, 0, "NONE", "undefined");
        system(database, 4326, "EPSG", Crs.of("EPSG:4326").toWkt());
        if (srsId != 4326) {
            system(database, srsId, "EPSG", crs.toWkt());
        }
        contents(database);
    }

    private static void system(Connection database, int id, String organization, String wkt) throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)")) {
            insert.setString(1, organization + ":" + id);
            insert.setInt(2, id);
            insert.setString(3, organization);
            insert.setInt(4, id);
            insert.setString(5, wkt);
            insert.executeUpdate();
        }
    }

    private void contents(Connection database) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?, ?)")) {
            insert.setString(1, layer.name());
            insert.setString(2, layer.name());
            insert.setInt(3, srsId);
            insert.executeUpdate();
        }
        Set<String> types = layer.features().stream()
                .map(feature -> feature.geometry().getGeometryType().toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)")) {
            insert.setString(1, layer.name());
            insert.setString(2, key("geom"));
            insert.setString(3, types.size() == 1 ? types.iterator().next() : "GEOMETRY");
            insert.setInt(4, srsId);
            insert.executeUpdate();
        }
    }

    private void rows(Connection database) throws SQLException {
        List<String> names = new ArrayList<>(List.of(key("geom")));
        columns.forEach(column -> names.add(column.name()));
        String insertText = "INSERT INTO " + quoted(layer.name()) + " ("
                + names.stream().map(GeoPackageWriter::quoted).collect(Collectors.joining(", "))
                + ") VALUES (?" + ", ?".repeat(columns.size()) + ")";
        Envelope box = new Envelope();
        try (PreparedStatement insert = database.prepareStatement(insertText)) {
            for (Feature feature : layer.features()) {
                Geometry there = crs.fromCgcs2000(feature.geometry());
                box.expandToInclude(there.getEnvelopeInternal());
                insert.setBytes(1, blob(there));
                for (int i = 0; i < columns.size(); i++) {
                    Object value = feature.attributes().get(columns.get(i).name());
                    boolean plain = value instanceof Number || value instanceof Boolean;
                    insert.setObject(i + 2, value == null || plain ? value : String.valueOf(value));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        extent(database, box);
    }

    private static void extent(Connection database, Envelope box) throws SQLException {
        if (box.isNull()) {
            return;
        }
        try (PreparedStatement update =
                database.prepareStatement("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?")) {
            update.setDouble(1, box.getMinX());
            update.setDouble(2, box.getMinY());
            update.setDouble(3, box.getMaxX());
            update.setDouble(4, box.getMaxY());
            update.executeUpdate();
        }
    }

    private byte[] blob(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        ByteBuffer out = ByteBuffer.allocate(40 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        // version 0; flags: little endian, envelope of four doubles
        out.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 3).putInt(srsId);
        out.putDouble(box.getMinX())
                .putDouble(box.getMaxX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxY());
        return out.put(wkb).array();
    }

    /** A column name of ours that no attribute uses. */
    private String key(String wanted) {
        boolean taken = columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(wanted));
        return taken ? key("_" + wanted) : wanted;
    }

    private static String type(Column.Kind kind) {
        return switch (kind) {
            case LOGICAL -> "BOOLEAN";
            case WHOLE -> "INTEGER";
            case FRACTION -> "DOUBLE";
            case DATE -> "DATE";
            case TEXT -> "TEXT";
        };
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
