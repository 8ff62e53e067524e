package org.gridsight.gisdata.format;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip that somebody sent. Its directory is judged before anything is unpacked: number of parts, declared sizes, names
 * that climb out, archives inside. Real sizes are counted again while reading. Part names never become paths.
 */
final class ZipArchive implements Closeable {

    private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.(zip|kmz|gz|tgz|7z|rar|tar|bz2|xz|jar)");
    private static final Pattern LITTER = Pattern.compile("(?:.*/)?(?:__MACOSX/.*|\\.[^/]*|Thumbs\\.db)");

    /** A part by the name a reader sees; GBK names of Windows archives are decoded. */
    record Part(String name, ZipEntry entry) {

        String extension() {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        }

        /** With folder, without extension. */
        String stem() {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? name : name.substring(0, dot);
        }
    }

    private final FileBytes file;
    private final ReadLimits limits;
    private final ZipFile zip;
    private final List<Part> parts;

    private ZipArchive(FileBytes file, ReadLimits limits, ZipFile zip) {
        this.file = file;
        this.limits = limits;
        this.zip = zip;
        this.parts = judged();
    }

    static ZipArchive open(FileBytes file, ReadLimits limits) {
        ZipFile zip;
        try {
            // latin-1 takes any byte; names flagged as UTF-8 are decoded as such all the same
            zip = new ZipFile(file.path().toFile(), StandardCharsets.ISO_8859_1);
        } catch (ZipException e) {
            throw new FileRefused(
                    FileRefused.Reason.TRUNCATED, file.name(), "the archive is damaged or ends too early");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return new ZipArchive(file, limits, zip);
        } catch (FileRefused e) {
            closeQuietly(zip);
            throw e;
        }
    }

    List<Part> parts(String extension) {
        return parts.stream().filter(part -> part.extension().equals(extension)).toList();
    }

    List<Part> parts() {
        return parts;
    }

    /** The part beside another one, for instance the .dbf of a .shp; capitals do not matter. */
    Optional<Part> beside(Part part, String extension) {
        return parts.stream()
                .filter(other ->
                        other.extension().equals(extension) && other.stem().equalsIgnoreCase(part.stem()))
                .findFirst();
    }

    InputStream open(Part part) {
        try {
            InputStream in = zip.getInputStream(part.entry());
            if (in == null) {
                throw new FileRefused(FileRefused.Reason.CORRUPT, where(part), "the part cannot be opened");
            }
            return new BoundedInput(
                    new BufferedInputStream(in, 1 << 16),
                    where(part),
                    limits.unpackedBytes(),
                    part.entry().getCompressedSize());
        } catch (IOException e) {
            throw refusal(e, part, "start");
        }
    }

    RuntimeException refusal(IOException e, Part part, String at) {
        return file.refusal(e, part.name() + ", " + at);
    }

    String where(Part part) {
        return file.name() + ", " + part.name();
    }

    private List<Part> judged() {
        if (zip.size() > limits.entries()) {
            throw new FileRefused(
                    FileRefused.Reason.TOO_MANY_ENTRIES,
                    file.name(),
                    zip.size() + " parts, at most " + limits.entries() + " are taken");
        }
        List<Part> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            Part part = new Part(readable(entry.getName()), entry);
            safe(part);
            unpacked += Math.max(0, entry.getSize());
            honest(part);
            if (unpacked > limits.unpackedBytes()) {
                throw new FileRefused(
                        FileRefused.Reason.TOO_LARGE,
                        where(part),
                        "unpacks to more than " + limits.unpackedBytes() + " bytes");
            }
            if (entry.isDirectory() || LITTER.matcher(part.name()).matches()) {
                continue;
            }
            if (ARCHIVE.matcher(part.name()).matches()) {
                throw new FileRefused(
                        FileRefused.Reason.NESTED_ARCHIVE, where(part), "an archive inside the archive is not opened");
            }
            if (!names.add(part.name().toLowerCase(Locale.ROOT))) {
                throw new FileRefused(FileRefused.Reason.CORRUPT, where(part), "the part is there twice");
            }
            found.add(part);
        }
        return List.copyOf(found);
    }

    private void safe(Part part) {
        String name = part.name().replace('\\', '/');
        boolean climbs = List.of(name.split("/")).contains("..");
        if (climbs || name.startsWith("/") || name.indexOf(':') >= 0 || name.indexOf('\0') >= 0) {
            throw new FileRefused(
                    FileRefused.Reason.UNSAFE_NAME, where(part), "the name of the part leaves the archive");
        }
    }

    /** What the directory itself admits needs no unpacking; a directory that lies is caught while reading. */
    private void honest(Part part) {
        long size = part.entry().getSize();
        long packed = Math.max(1, part.entry().getCompressedSize());
        if (size > ReadLimits.RATIO_FREE_BYTES && size / packed > ReadLimits.MOST_RATIO) {
            throw new FileRefused(
                    FileRefused.Reason.TOO_LARGE,
                    where(part),
                    "unpacks to more than " + ReadLimits.MOST_RATIO + " times its packed size");
        }
    }

    private static String readable(String raw) {
        if (raw.chars().anyMatch(c -> c > 255)) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, TextReader.GB18030);
        }
    }

    private static void closeQuietly(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }
}
