package org.gridsight.app.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.crs.CrsRefused;
import org.gridsight.gisdata.format.FeatureFile;
import org.gridsight.gisdata.format.FeatureTable;
import org.gridsight.gisdata.format.FileRefused;
import org.gridsight.gisdata.format.ReadLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as read for somebody who sent it.
 *
 * @param digest of its bytes, so that a repeated request is known again
 * @param notes what the sender should know about the reading
 */
record SentFile(FeatureTable table, String digest, List<Text> notes) {

    /** How to read: the sender's word on coordinate system and letters, if any. */
    record Hints(@Nullable String crs, @Nullable String charset) {}

    /** @throws Rejected naming the place in the file; bad rows are in the table instead */
    static SentFile read(@Nullable MultipartFile sent, Hints hints, Faults faults) {
        Optional<MultipartFile> file = faults.required("file", sent);
        Optional<Crs> crs = crs(hints.crs(), faults);
        Optional<Charset> charset = charset(hints.charset(), faults);
        faults.throwIfAny();
        try {
            Path copy = Files.createTempFile("gridsight-", ".upload");
            try {
                String digest = keep(file.orElseThrow(), copy);
                String name = String.valueOf(file.orElseThrow().getOriginalFilename());
                return interpret(copy, name, digest, crs, charset);
            } finally {
                Files.delete(copy);
            }
        } catch (FileRefused refused) {
            FileReason reason = FileReason.of(refused);
            throw new Rejected(reason, reason.detail()).with("where", refused.where());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SentFile interpret(
            Path copy, String name, String digest, Optional<Crs> crs, Optional<Charset> charset) {
        FeatureTable table = FeatureFile.read(copy, name, ReadLimits.defaults(), crs, charset);
        List<Text> notes = new ArrayList<>();
        table.notes().forEach(note -> notes.add(new Text(note, note)));
        Optional<Crs> likelier = table.features().stream()
                .findFirst()
                .flatMap(first -> table.crs().likelierUnit(first.source().getCoordinate()));
        if (likelier.isEmpty()) {
            return new SentFile(table, digest, notes);
        }
        notes.add(new Text(
                        "坐标按 {0} 读取:原单位会落在该坐标系范围之外。",
                        "Read as {0}: in its own unit the numbers fall outside the system's area.")
                .with(likelier.get().name()));
        return new SentFile(FeatureFile.read(copy, name, ReadLimits.defaults(), likelier, charset), digest, notes);
    }

    private static String keep(MultipartFile file, Path copy) throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(file), MessageDigest.getInstance("SHA-256"))) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream open(MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw new Rejected(CommonReason.MALFORMED, "file is empty");
        }
        return file.getInputStream();
    }

    private static Optional<Crs> crs(@Nullable String name, Faults faults) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Crs.of(name));
        } catch (CrsRefused refused) {
            String why = String.valueOf(refused.getMessage());
            faults.add("crs", new Text("未知坐标系:" + why, why));
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(@Nullable String name, Faults faults) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException e) {
            faults.add(
                    "charset",
                    new Text("未知编码 {0},可用 UTF-8、GBK、GB18030。", "unknown charset {0}; use UTF-8, GBK or GB18030")
                            .with(name));
            return Optional.empty();
        }
    }
}
