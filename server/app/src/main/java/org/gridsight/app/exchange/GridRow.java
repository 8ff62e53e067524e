package org.gridsight.app.exchange;

import java.math.BigDecimal;
import java.util.Optional;
import org.gridsight.app.grids.Grid;
import org.gridsight.gisdata.format.Feature;
import org.locationtech.jts.geom.Geometry;

/** One row of a grid file, read by its columns; what the file does not say is empty. */
record GridRow(
        long number,
        Geometry shape,
        Optional<String> code,
        Optional<String> name,
        Optional<String> villageCode,
        Optional<String> villageName,
        Grid.Kind kind,
        Optional<String> households) {

    static GridRow of(Feature row, GridColumns columns) {
        Optional<String> village = columns.villageName().flatMap(column -> plain(row, column));
        boolean villageIsCode = village.filter(text -> text.matches("\\d{12}")).isPresent();
        Optional<String> code = columns.villageCode()
                .flatMap(column -> plain(row, column))
                .or(() -> villageIsCode ? village : Optional.empty());
        String kind = columns.kind().flatMap(row::text).orElse("");
        return new GridRow(
                row.row(),
                row.geometry(),
                columns.code().flatMap(column -> plain(row, column)),
                columns.name().flatMap(row::text),
                code,
                villageIsCode ? Optional.empty() : village,
                kind.contains("专属") || kind.equalsIgnoreCase("DEDICATED") ? Grid.Kind.DEDICATED : Grid.Kind.BASIC,
                columns.households().flatMap(column -> plain(row, column)));
    }

    /** Codes that a table keeps as numbers come without exponent or decimals. */
    private static Optional<String> plain(Feature row, String column) {
        Object value = row.attributes().get(column);
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e21) {
            return Optional.of(new BigDecimal(number).toPlainString());
        }
        return row.text(column);
    }
}
