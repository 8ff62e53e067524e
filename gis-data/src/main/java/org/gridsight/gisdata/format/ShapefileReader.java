package org.gridsight.gisdata.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.crs.CrsRefused;
import org.locationtech.jts.geom.Geometry;

/**
 * A zipped shapefile, .shp and .dbf read side by side without unpacking to disk. The .shx is not needed: records follow
 * one another. Rows marked as deleted in the table are skipped with their shapes.
 */
final class ShapefileReader {

    private static final int HEADER_BYTES = 100;
    private static final int FILE_CODE = 9994;
    private static final int LONGEST_SIDE_TEXT = 65_536;

    private final ZipArchive zip;
    private final ZipArchive.Part shp;
    private final FeatureIntake intake;
    private long row;

    private ShapefileReader(ZipArchive zip, ZipArchive.Part shp, FeatureIntake intake) {
        this.zip = zip;
        this.shp = shp;
        this.intake = intake;
    }

    static void read(ZipArchive zip, ZipArchive.Part shp, FeatureIntake intake, Optional<Charset> charset) {
        ShapefileReader reader = new ShapefileReader(zip, shp, intake);
        reader.projection();
        Optional<ZipArchive.Part> dbf = zip.beside(shp, "dbf");
        if (dbf.isEmpty()) {
            intake.note("no .dbf beside " + shp.name() + ": the shapes have no attributes");
            reader.shapes(Optional.empty());
            return;
        }
        Charset used = charset.orElseGet(() -> reader.charset(dbf.get()));
        intake.charset(used);
        try (InputStream in = zip.open(dbf.get())) {
            DbfTable table = DbfTable.open(in, zip.where(dbf.get()));
            DbfValues values = new DbfValues(used);
            intake.columns(
                    table.fields().stream().map(field -> field.name(used)).toList());
            reader.shapes(Optional.of(new Attributes(table, values, dbf.get())));
        } catch (IOException e) {
            throw zip.refusal(e, dbf.get(), "row " + reader.row);
        }
    }

    private record Attributes(DbfTable table, DbfValues values, ZipArchive.Part part) {}

    private void projection() {
        zip.beside(shp, "prj").ifPresent(prj -> {
            if (intake.knowsCrs()) {
                return;
            }
            try {
                intake.foundCrs(Crs.fromWkt(sideText(prj)), prj.name());
            } catch (CrsRefused e) {
                throw new FileRefused(FileRefused.Reason.NO_CRS, zip.where(prj), String.valueOf(e.getMessage()));
            }
        });
    }

    private Charset charset(ZipArchive.Part dbf) {
        Optional<Charset> claimed = zip.beside(shp, "cpg").flatMap(cpg -> DbfCharset.parse(sideText(cpg)));
        try (InputStream in = zip.open(dbf)) {
            DbfTable table = DbfTable.open(in, zip.where(dbf));
            Charset fitting = new DbfCharset(claimed, table.languageDriver()).fitting(table);
            claimed.filter(charset -> !charset.equals(fitting))
                    .ifPresent(charset -> intake.note("the .cpg says " + charset + ", but the texts are " + fitting));
            return fitting;
        } catch (IOException e) {
            throw zip.refusal(e, dbf, "table");
        }
    }

    private String sideText(ZipArchive.Part part) {
        try (InputStream in = zip.open(part)) {
            return new String(in.readNBytes(LONGEST_SIDE_TEXT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw zip.refusal(e, part, "start");
        }
    }

    private void shapes(Optional<Attributes> attributes) {
        try (InputStream in = zip.open(shp)) {
            long declared = header(in);
            long position = HEADER_BYTES;
            for (row = 1; ; row++) {
                byte[] head = in.readNBytes(8);
                if (head.length == 0) {
                    break;
                }
                if (head.length < 8) {
                    throw new EOFException();
                }
                long content = 2L * ByteBuffer.wrap(head).getInt(4);
                if (content < 4 || content > intake.limits().unpackedBytes()) {
                    throw corrupt("record length " + content);
                }
                record(in, (int) Math.min(content, Integer.MAX_VALUE), attributes);
                position += 8 + content;
            }
            if (position < declared) {
                throw new EOFException();
            }
        } catch (IOException e) {
            throw zip.refusal(e, shp, "row " + row);
        }
        long shapes = row - 1;
        attributes.filter(table -> table.table().records() != shapes).ifPresent(table -> {
            throw corrupt(shapes + " shapes but " + table.table().records() + " table rows");
        });
    }

    private long header(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEADER_BYTES);
        if (head.length < HEADER_BYTES) {
            throw new EOFException();
        }
        ByteBuffer header = ByteBuffer.wrap(head);
        if (header.getInt(0) != FILE_CODE
                || header.order(ByteOrder.LITTLE_ENDIAN).getInt(28) != 1000) {
            throw corrupt("not a shapefile");
        }
        return 2L * header.order(ByteOrder.BIG_ENDIAN).getInt(24);
    }

    private void record(InputStream in, int length, Optional<Attributes> attributes) throws IOException {
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        byte[] entry = attributes.isPresent() ? tableRow(attributes.get()) : new byte[] {' '};
        if (DbfTable.isDeleted(entry)) {
            return;
        }
        try {
            Map<String, Object> values = attributes.isPresent()
                    ? attributes.get().values().of(entry, attributes.get().table())
                    : Map.of();
            Geometry shape = ShpRecord.parse(content, intake.limits().vertices());
            intake.add(row, shape, values);
        } catch (BadGeometry e) {
            intake.fault(e.at(row));
        }
    }

    private byte[] tableRow(Attributes attributes) {
        try {
            if (row > attributes.table().records()) {
                throw corrupt("more shapes than the " + attributes.table().records() + " table rows");
            }
            return attributes.table().next();
        } catch (IOException e) {
            throw zip.refusal(e, attributes.part(), "row " + row);
        }
    }

    private FileRefused corrupt(String detail) {
        return new FileRefused(FileRefused.Reason.CORRUPT, zip.where(shp) + ", row " + row, detail);
    }

    /** The one layer of an archive. */
    static Optional<ZipArchive.Part> layer(ZipArchive zip, String fileName) {
        List<ZipArchive.Part> layers = zip.parts("shp");
        if (layers.size() > 1) {
            throw new FileRefused(
                    FileRefused.Reason.SEVERAL_LAYERS,
                    fileName,
                    "send one layer at a time; found "
                            + layers.stream()
                                    .limit(5)
                                    .map(ZipArchive.Part::name)
                                    .toList());
        }
        return layers.stream().findFirst();
    }
}
