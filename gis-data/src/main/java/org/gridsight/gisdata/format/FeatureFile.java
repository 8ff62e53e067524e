package org.gridsight.gisdata.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridsight.gisdata.crs.Crs;

/**
 * A file with places in it, of any format we know: zipped shapefile, GeoPackage, GeoJSON, KML or KMZ, CSV, ring CSV, the
 * text formats also as .gz, one of them also inside a zip. What the content is counts more than what the name says.
 */
public final class FeatureFile {

    private static final Set<String> OTHERS = Set.of("geojson", "json", "kml", "gpkg", "csv");

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
        if (file.isZip()) {
            return zipped(file, intake, charset);
        }
        if (file.isSqlite()) {
            GeoPackageReader.read(file.path(), file.name(), intake);
            return FileFormat.GEOPACKAGE;
        }
        String name = file.name().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        char sign = file.isGzip() ? 0 : file.firstSign();
        InputStream in = file.unpacked();
        if (sign == '{' || name.endsWith("json")) {
            GeoJsonReader.read(in, file.name(), intake);
            return FileFormat.GEOJSON;
        }
        if (sign == '<' || name.endsWith(".kml")) {
            KmlReader.read(in, file.name(), intake);
            return FileFormat.KML;
        }
        if (name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv")) {
            return csv(file, in, intake, charset);
        }
        throw unknown(file.name());
    }

    private static FileFormat zipped(FileBytes file, FeatureIntake intake, Optional<Charset> charset) {
        try (ZipArchive zip = ZipArchive.open(file, intake.limits())) {
            Optional<ZipArchive.Part> shp = ShapefileReader.layer(zip, file.name());
            if (shp.isPresent()) {
                ShapefileReader.read(zip, shp.get(), intake, charset);
                return FileFormat.SHAPEFILE;
            }
            List<ZipArchive.Part> others = zip.parts().stream()
                    .filter(part -> OTHERS.contains(part.extension()))
                    .toList();
            if (others.isEmpty()) {
                throw unknown(file.name());
            }
            if (others.size() > 1) {
                throw new FileRefused(
                        FileRefused.Reason.SEVERAL_LAYERS,
                        file.name(),
                        "send one file at a time; found "
                                + others.stream()
                                        .limit(5)
                                        .map(ZipArchive.Part::name)
                                        .toList());
            }
            return unpacked(zip, others.get(0), intake, charset);
        }
    }

    /** A single file in a zip (also KMZ): unpacked under a name of our own, then read like any other. */
    private static FileFormat unpacked(
            ZipArchive zip, ZipArchive.Part part, FeatureIntake intake, Optional<Charset> charset) {
        try {
            Path copy = Files.createTempFile("gridsight-", ".part");
            try (InputStream in = zip.open(part)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                ReadLimits limits = intake.limits();
                ReadLimits whole = limits.withBytes(limits.unpackedBytes(), limits.unpackedBytes());
                try (FileBytes inner = FileBytes.of(copy, part.name(), whole)) {
                    if (inner.isZip() || inner.isGzip()) {
                        throw new FileRefused(
                                FileRefused.Reason.NESTED_ARCHIVE,
                                zip.where(part),
                                "an archive inside the archive is not opened");
                    }
                    return read(inner, intake, charset);
                }
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw zip.refusal(e, part, "start");
        }
    }

    private static FileFormat csv(FileBytes file, InputStream in, FeatureIntake intake, Optional<Charset> charset) {
        CsvRows rows = CsvRows.open(file, in, intake.limits(), charset);
        if (RingCsvReader.fits(rows.columns())) {
            RingCsvReader.read(rows, intake);
            return FileFormat.RING_CSV;
        }
        CsvFeatureReader.read(rows, intake);
        return FileFormat.CSV;
    }

    private static FileRefused unknown(String name) {
        return new FileRefused(
                FileRefused.Reason.UNKNOWN_FORMAT,
                name,
                "send a zipped shapefile, .gpkg, .geojson, .kml, .csv or .csv.gz");
    }
}
