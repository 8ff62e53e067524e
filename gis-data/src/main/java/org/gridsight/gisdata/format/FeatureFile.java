package org.gridsight.gisdata.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.gisdata.crs.Crs;

/**
 * A file with places in it, of any format we know: zipped shapefile, GeoPackage, GeoJSON, KML or KMZ, CSV, ring CSV, the
 * text formats also as .gz, one of them also inside a zip. What the content is counts more than what the name says.
 */
public final class FeatureFile {

    private FeatureFile() {}

    /**
     * @param fileName as sent; for messages and for telling formats that look alike
     * @param crs overrides whatever the file says
     * @param charset overrides whatever the file says about its texts
     * @throws FileRefused when the file as a whole cannot be taken; bad rows are in the table instead
     */
    public static FeatureTable read(
            Path path, String fileName, ReadLimits limits, Optional<Crs> crs, Optional<Charset> charset) {
        FeatureIntake intake = new FeatureIntake(limits, crs);
        try (FileBytes file = FileBytes.of(path, fileName, limits)) {
            FileFormat format = read(file, intake, charset);
            return intake.finish(format, fileName);
        }
    }

    /** As the other, for small files already in memory. */
    public static FeatureTable read(
            byte[] content, String fileName, ReadLimits limits, Optional<Crs> crs, Optional<Charset> charset) {
        try {
            Path copy = Files.createTempFile("gridsight-", ".upload");
            try {
                Files.write(copy, content);
                return read(copy, fileName, limits, crs, charset);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileFormat read(FileBytes file, FeatureIntake intake, Optional<Charset> charset) {
        String name = file.name().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        char sign = file.firstSign();
        InputStream in = file.unpacked();
        if (sign == '{' || name.endsWith("json")) {
            GeoJsonReader.read(in, file.name(), intake);
            return FileFormat.GEOJSON;
        }
        if (name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv")) {
            return csv(file, in, intake, charset);
        }
        throw new FileRefused(
                FileRefused.Reason.UNKNOWN_FORMAT,
                file.name(),
                "send a zipped shapefile, .gpkg, .geojson, .kml, .csv or .csv.gz");
    }

    private static FileFormat csv(FileBytes file, InputStream in, FeatureIntake intake, Optional<Charset> charset) {
        CsvRows rows = CsvRows.open(file, in, intake.limits(), charset);
        if (RingCsvReader.fits(rows.columns())) {
            RingCsvReader.read(rows, intake);
            return FileFormat.RING_CSV;
        }
        CsvFeatureReader.read(rows, file.name(), intake);
        return FileFormat.CSV;
    }
}
