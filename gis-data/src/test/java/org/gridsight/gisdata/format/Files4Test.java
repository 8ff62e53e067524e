package org.gridsight.gisdata.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.gridsight.gisdata.crs.Crs;

/** Short ways to read made-up files. */
final class Files4Test {

    static final Charset GBK = Charset.forName("GBK");

    private Files4Test() {}

    static FeatureTable read(String fileName, String content) {
        return read(fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    static FeatureTable read(String fileName, byte[] content) {
        return FeatureFile.read(content, fileName, ReadLimits.defaults(), Optional.empty(), Optional.empty());
    }

    static FeatureTable read(String fileName, String content, String crs) {
        return FeatureFile.read(
                content.getBytes(StandardCharsets.UTF_8),
                fileName,
                ReadLimits.defaults(),
                Optional.of(Crs.of(crs)),
                Optional.empty());
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
