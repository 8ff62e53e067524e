package org.gridsight.gisdata.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridsight.gisdata.crs.Crs;

/**
 * What is to be written: a name, features in CGCS2000 degrees, and how the file shall hold them.
 *
 * @param crs used by shapefile, GeoPackage and CSV; GeoJSON and KML are always degrees
 * @param charset used by shapefile and CSV
 */
public record Layer(String name, List<Feature> features, Crs crs, Charset charset) {

    public Layer {
        if (!name.matches("[\\p{L}\\p{N}_-]{1,60}")) {
            throw new IllegalArgumentException("a layer name is letters, digits, - and _, was \"" + name + "\"");
        }
        features = List.copyOf(features);
    }

    /** In CGCS2000 degrees and UTF-8. */
    public static Layer of(String name, List<Feature> features) {
        return new Layer(name, features, Crs.of("EPSG:4490"), StandardCharsets.UTF_8);
    }
}
