package org.gridsight.gisdata.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the encoding of a table nobody is sure about: what .cpg or header claim is believed only when every text of the
 * table fits; then UTF-8, then GB18030 are tried the same way. Wrong .cpg files are common.
 */
final class DbfCharset {

    private final List<Charset> candidates = new ArrayList<>();

    DbfCharset(Optional<Charset> claimed, Optional<Charset> languageDriver) {
        claimed.ifPresent(candidates::add);
        languageDriver.filter(charset -> !candidates.contains(charset)).ifPresent(candidates::add);
        for (Charset charset : List.of(StandardCharsets.UTF_8, TextReader.GB18030, StandardCharsets.ISO_8859_1)) {
            if (!candidates.contains(charset)) {
                candidates.add(charset);
            }
        }
    }

    /** The content of a .cpg; empty when it names nothing we know. */
    static Optional<Charset> parse(String cpg) {
        String name = cpg.strip().toUpperCase(Locale.ROOT).replaceAll("^(ANSI|OEM|CP|WINDOWS)[- ]?", "");
        return switch (name) {
            case "936", "GBK", "GB2312", "GB18030", "54936", "EUC-CN" -> Optional.of(TextReader.GB18030);
            case "65001", "UTF-8", "UTF8" -> Optional.of(StandardCharsets.UTF_8);
            case "950", "BIG5" -> Optional.of(Charset.forName("Big5"));
            case "88591", "8859-1", "ISO-8859-1", "ISO 88591" -> Optional.of(StandardCharsets.ISO_8859_1);
            case "1252" -> Optional.of(Charset.forName("windows-1252"));
            default -> Optional.empty();
        };
    }

    /** Reads the table to its end. */
    Charset fitting(DbfTable table) throws IOException {
        for (DbfTable.Field field : table.fields()) {
            keepFitting(field.nameBytes(), field.nameBytes().length >= 10);
        }
        for (long i = 0; i < table.records() && candidates.size() > 1; i++) {
            byte[] record = table.next();
            for (DbfTable.Field field : table.fields()) {
                if (field.isText()) {
                    byte[] text = DbfTable.bytes(record, field);
                    keepFitting(text, text.length >= field.length() - 1);
                }
            }
        }
        return candidates.get(0);
    }

    private void keepFitting(byte[] text, boolean maybeCut) {
        if (candidates.size() > 1) {
            candidates.removeIf(charset -> candidates.size() > 1 && !fits(text, charset, maybeCut));
        }
    }

    private static boolean fits(byte[] text, Charset charset, boolean maybeCut) {
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(text), CharBuffer.allocate(text.length + 2), !maybeCut);
        return !result.isError();
    }
}
