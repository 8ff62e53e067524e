package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * The answer key: what was planted and what truly happened. Package-private, so that no product code can ask; tests read it
 * through {@code DemoAnswerKey} in the test sources.
 */
record DemoTruth(List<Cluster> clusters, Map<UUID, Row> rows) {

    /** A planted cluster. */
    record Cluster(String id, String kind, Area area, Window window, Size size) {}

    /** Its circle. */
    record Area(Point centre, double radiusMetres) {}

    /** Its days. */
    record Window(LocalDate from, int days) {}

    /**
     * How strong it is.
     *
     * @param expected ordinary incidents expected in circle and window
     * @param visible rows that show themselves there, repeats left out
     * @param found whether a good scan must find it; else it must stay silent
     */
    record Size(double expected, int extra, long visible, boolean found) {}

    /** The truth of one incident; {@code cluster} is empty for ordinary life. */
    record Row(Point at, Instant happened, @Nullable UUID duplicateOf, String cluster, Set<String> traps) {}
}
