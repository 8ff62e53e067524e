package org.gridsight.gisdata.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Geometry;

/** A zipped shapefile with .shx, .prj and .cpg. The same layer gives the same bytes. */
final class ShapefileWriter {

    private final Layer layer;

    ShapefileWriter(Layer layer) {
        this.layer = layer;
    }

    List<String> write(OutputStream out) throws IOException {
        String projection = layer.crs().toWkt();
        List<Geometry> geometries = layer.features().stream()
                .map(feature -> layer.crs().fromCgcs2000(feature.geometry()))
                .toList();
        ShpWriter shapes = new ShpWriter(geometries);
        geometries.forEach(shapes::add);
        DbfWriter table = new DbfWriter(layer.features(), layer.charset());
        String charset = layer.charset().name().startsWith("GB")
                ? "936"
                : layer.charset().name();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(zip, "shp", shapes.shp());
        part(zip, "shx", shapes.shx());
        part(zip, "dbf", table.table());
        part(zip, "prj", projection.getBytes(StandardCharsets.US_ASCII));
        part(zip, "cpg", charset.getBytes(StandardCharsets.US_ASCII));
        zip.finish();
        return table.notes();
    }

    private void part(ZipOutputStream zip, String extension, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(layer.name() + "." + extension);
        entry.setTime(946_684_800_000L);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
