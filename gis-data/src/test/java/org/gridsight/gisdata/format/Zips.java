package org.gridsight.gisdata.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives made in memory. */
final class Zips {

    private Zips() {}

    static byte[] of(Map<String, byte[]> parts) {
        return of(parts, StandardCharsets.UTF_8);
    }

    static byte[] of(Map<String, byte[]> parts, Charset names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, names)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** All files of a folder whose names begin so. */
    static Map<String, byte[]> parts(Path folder, String prefix) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith(prefix)) {
                    parts.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return parts;
    }
}
