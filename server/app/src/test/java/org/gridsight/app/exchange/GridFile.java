package org.gridsight.app.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gridsight.app.testing.Requires;

/** Files as counties send them, made for a test. */
final class GridFile {

    private GridFile() {}

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path square(Path folder, String name, double west, double south, double side) {
        return write(
                folder,
                name,
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature("\"name\":\"x\"", west, south, side) + "]}");
    }

    /** A square as a GeoJSON feature with these properties. */
    static String feature(String properties, double west, double south, double side) {
        double east = west + side;
        double north = south + side;
        return "{\"type\":\"Feature\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                + Stream.of(
                                pair(west, south),
                                pair(east, south),
                                pair(east, north),
                                pair(west, north),
                                pair(west, south))
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow()
                + "]]}}";
    }

    private static String pair(double x, double y) {
        return "[" + x + "," + y + "]";
    }

    /** What GDAL makes of a GeoJSON file: a shapefile in a Gauss-Kruger belt with a GBK table, zipped. */
    static Path byOgr(Path folder, Path geoJson, String epsg) {
        Path shapes = folder.resolve("ogr");
        try {
            Files.createDirectories(shapes);
            Process process = new ProcessBuilder(
                            Requires.ogr2ogr().toString(),
                            "-f",
                            "ESRI Shapefile",
                            "-t_srs",
                            epsg,
                            "-lco",
                            "ENCODING=GBK",
                            shapes.resolve("grids.shp").toString(),
                            geoJson.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("ogr.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("ogr.log")));
            }
            return zip(folder.resolve("grids.zip"), list(shapes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Path zip(Path target, List<Path> files) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Path file : files) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return target;
    }
}
