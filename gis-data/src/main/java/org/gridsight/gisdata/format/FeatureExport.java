package org.gridsight.gisdata.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a {@link Layer} in one of our formats. The stream stays open. */
public final class FeatureExport {

    private FeatureExport() {}

    /**
     * @return remarks for the person who gets the file, for instance texts a shapefile had to cut
     * @throws IllegalArgumentException when the format cannot hold the layer: mixed shapes in a shapefile, a coordinate
     *     system without a description
     */
    public static List<String> write(FileFormat format, Layer layer, OutputStream out) throws IOException {
        switch (format) {
            case SHAPEFILE:
                return new ShapefileWriter(layer).write(out);
            case GEOPACKAGE:
                new GeoPackageWriter(layer).write(out);
                return List.of();
            case GEOJSON:
                GeoJsonWriter.write(layer, out);
                return List.of();
            case KML:
                KmlWriter.write(layer, out);
                return List.of();
            case CSV:
                CsvFeatureWriter.write(layer, out);
                return List.of();
            default:
                throw new IllegalArgumentException("format " + format + " is only read");
        }
    }
}
