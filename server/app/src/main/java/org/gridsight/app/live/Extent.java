package org.gridsight.app.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Where something lies, seen from a stream: its area code, the workers who hear of it wherever they belong, and the
 * rectangle around its geometry if it has one. A thing without geometry is in every viewport.
 */
record Extent(String scopeCode, List<String> workers, Optional<Box> box) {

    /** Stands between the ids of workers in their column. */
    private static final String AND = "\n";

    Extent {
        workers = List.copyOf(workers);
    }

    static Extent of(MapChange event) {
        return new Extent(
                event.scopeCode(), event.alsoWorkers(), event.feature().flatMap(Extent::boxOf));
    }

    boolean isFor(Scope scope, Optional<String> workerId) {
        return scope.covers(scopeCode) || workerId.filter(workers::contains).isPresent();
    }

    /** As {@link #read} expects it; empty is null. */
    @Nullable
    String workersColumn() {
        return workers.isEmpty() ? null : String.join(AND, workers);
    }

    static Optional<Box> boxOf(MapFeature feature) {
        return feature.geometry().filter(geometry -> !geometry.isEmpty()).map(geometry -> {
            Envelope around = geometry.getEnvelopeInternal();
            return new Box(around.getMinX(), around.getMinY(), around.getMaxX(), around.getMaxY());
        });
    }

    /** Reads six columns that begin with a prefix; an empty scope means no place, an empty west no geometry. */
    static Optional<Extent> read(ResultSet row, String prefix) throws SQLException {
        String scopeCode = row.getString(prefix + (prefix.isEmpty() ? "scope_code" : "scope"));
        if (scopeCode == null) {
            return Optional.empty();
        }
        String workers = row.getString(prefix + "workers");
        return Optional.of(
                new Extent(scopeCode, workers == null ? List.of() : List.of(workers.split(AND)), readBox(row, prefix)));
    }

    private static Optional<Box> readBox(ResultSet row, String prefix) throws SQLException {
        double west = row.getDouble(prefix + "west");
        if (row.wasNull()) {
            return Optional.empty();
        }
        double south = row.getDouble(prefix + "south");
        double east = row.getDouble(prefix + "east");
        return Optional.of(new Box(west, south, east, row.getDouble(prefix + "north")));
    }

    /** Four columns: west, south, east, north. */
    @Nullable
    Object[] columns() {
        return box.map(b -> new @Nullable Object[] {b.west(), b.south(), b.east(), b.north()})
                .orElseGet(() -> new @Nullable Object[4]);
    }
}
