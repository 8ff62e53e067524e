package org.gridsight.gisdata.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A CSV file (.csv or .csv.gz), row by row in constant memory. The first row names the columns; comma, semicolon or tab is
 * told by it. Iterate once, then close. A row that does not fit carries a fault and the next one follows; a broken file
 * throws {@link FileRefused} naming the row reached.
 */
public final class CsvRows implements Iterable<CsvRow>, Closeable {

    private static final int MOST_COLUMNS = 2_000;

    private final FileBytes file;
    private final TextReader text;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private final Map<String, Integer> index;
    private long row;

    private CsvRows(FileBytes file, TextReader text, ReadLimits limits) throws IOException {
        this.file = file;
        this.text = text;
        BufferedReader reader = new BufferedReader(text, 1 << 16);
        this.records = CsvReader.builder()
                .fieldSeparator(separator(reader))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(Math.max(1 << 17, limits.rowChars()))
                .build(handler(limits), (Reader) reader)
                .iterator();
        this.columns = header();
        this.index = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            index.putIfAbsent(columns.get(i), i);
        }
    }

    /** @param fileName as sent, for messages; the content decides whether it is packed */
    public static CsvRows open(Path path, String fileName, ReadLimits limits, Optional<Charset> charset) {
        FileBytes file = FileBytes.of(path, fileName, limits);
        return open(file, file.unpacked(), limits, charset);
    }

    static CsvRows open(FileBytes file, InputStream in, ReadLimits limits, Optional<Charset> charset) {
        try {
            return new CsvRows(file, new TextReader(in, charset), limits);
        } catch (IOException e) {
            file.close();
            throw file.refusal(e, "row 1");
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** As in the header, trimmed. */
    public List<String> columns() {
        return columns;
    }

    /** What the text was read as so far; settled at the latest with the last row. */
    public Charset charset() {
        return text.charset();
    }

    /** Share of the packed bytes read so far, 0 to 1. */
    public double progress() {
        return file.progress();
    }

    @Override
    public Iterator<CsvRow> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return guarded(records::hasNext);
            }

            @Override
            public CsvRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("no row after " + row);
                }
                return CsvRows.this.row(guarded(records::next));
            }
        };
    }

    private CsvRow row(CsvRecord csv) {
        row++;
        List<String> values = csv.getFields();
        Optional<RowFault> fault = Optional.empty();
        if (values.size() != columns.size()) {
            fault = Optional.of(new RowFault(
                    row,
                    RowFault.Code.FIELD_COUNT,
                    "line " + csv.getStartingLineNumber() + " has " + values.size() + " fields, the header "
                            + columns.size()));
        } else if (values.stream().anyMatch(value -> value.indexOf('\uFFFD') >= 0)) {
            fault = Optional.of(new RowFault(
                    row,
                    RowFault.Code.TEXT,
                    "line " + csv.getStartingLineNumber() + " is not " + text.charset() + " text"));
        }
        return new CsvRow(row, csv.getStartingLineNumber(), index, values, fault);
    }

    private List<String> header() {
        if (!guarded(records::hasNext)) {
            throw new FileRefused(FileRefused.Reason.CORRUPT, file.name(), "the file is empty: no header row");
        }
        List<String> names = new ArrayList<>();
        for (String name : guarded(records::next).getFields()) {
            names.add(name.strip());
        }
        return List.copyOf(names);
    }

    /** Turns what the parser and the streams below it throw into a refusal that names the row. */
    private <T> T guarded(java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvParseException | UncheckedIOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof FileRefused refused) {
                    throw refused;
                }
                if (cause instanceof EOFException || cause instanceof ZipException) {
                    throw file.refusal((IOException) cause, "row " + (row + 1));
                }
            }
            if (e instanceof UncheckedIOException) {
                throw e;
            }
            throw new FileRefused(
                    FileRefused.Reason.ROW_TOO_LONG,
                    file.name() + ", row " + (row + 1),
                    "the row is too long, has too many fields, or a quote is never closed");
        }
    }

    private static CsvRecordHandler handler(ReadLimits limits) {
        return CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(limits.rowChars())
                .maxRecordSize(Math.max(limits.rowChars(), Math.min(Integer.MAX_VALUE / 4, limits.rowChars() * 4)))
                .build();
    }

    /** The most frequent of the three in the first line. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(1 << 15);
        int[] counts = new int[3];
        for (int i = 0; i < (1 << 15) - 1; i++) {
            int c = reader.read();
            if (c < 0 || c == '\n' || c == '\r') {
                break;
            }
            int which = ",;\t".indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        reader.reset();
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    @Override
    public void close() {
        file.close();
    }
}
