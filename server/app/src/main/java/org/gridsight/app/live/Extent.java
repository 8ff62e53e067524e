package org.gridsight.app.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Where something lies, seen from a stream: its area code, or several with blanks between them where others hear of it
 * too, and the rectangle around its geometry if it has one. A thing without geometry is in every viewport.
 */
record Extent(String scopeCode, Optional<Box> box) {

    private static final String AND = " ";

    static Extent of(MapChange event) {
        String codes = String.join(AND, event.alsoScopeCodes());
        String all = codes.isEmpty() ? event.scopeCode() : event.scopeCode() + AND + codes;
        return new Extent(all, event.feature().flatMap(Extent::boxOf));
    }

    boolean isIn(Scope scope) {
        return scopeCode.contains(AND)
                ? Arrays.stream(scopeCode.split(AND)).anyMatch(scope::covers)
                : scope.covers(scopeCode);
    }

    static Optional<Box> boxOf(MapFeature feature) {
        return feature.geometry().filter(geometry -> !geometry.isEmpty()).map(geometry -> {
            Envelope around = geometry.getEnvelopeInternal();
            return new Box(around.getMinX(), around.getMinY(), around.getMaxX(), around.getMaxY());
        });
    }

    /** Reads four columns that begin with a prefix; an empty west means no geometry. */
    static Extent read(ResultSet row, String scopeCode, String prefix) throws SQLException {
        double west = row.getDouble(prefix + "west");
        if (row.wasNull()) {
            return new Extent(scopeCode, Optional.empty());
        }
        Box box = new Box(
                west, row.getDouble(prefix + "south"), row.getDouble(prefix + "east"), row.getDouble(prefix + "north"));
        return new Extent(scopeCode, Optional.of(box));
    }

    /** Four columns: west, south, east, north. */
    @Nullable
    Object[] columns() {
        return box.map(b -> new @Nullable Object[] {b.west(), b.south(), b.east(), b.north()})
                .orElseGet(() -> new @Nullable Object[4]);
    }
}
