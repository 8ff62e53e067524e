package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.geom.Point;

/**
 * The answer key of a demo township for tests of any module: what was planted, and what truly happened behind each row.
 * Lives in the test sources, so that the product cannot read it.
 */
public final class DemoAnswerKey {

    private final DemoTruth truth;

    public DemoAnswerKey(DemoTownship township) {
        this.truth = township.truth();
    }

    /** The same town with its traps but without a cluster: whatever a scan finds in it is a false alarm. */
    public static DemoTownship withoutClusters(long seed, Instant now) {
        return new DemoTownship(seed, now, false);
    }

    /**
     * A planted cluster.
     *
     * @param mustBeFound else it must stay silent
     */
    public record Cluster(
            String id,
            String kind,
            Circle circle,
            LocalDate from,
            int days,
            double expected,
            int extra,
            long visible,
            boolean mustBeFound) {

        /** The last day of the window. */
        public LocalDate to() {
            return from.plusDays(days - 1L);
        }
    }

    /** Where a cluster lies. */
    public record Circle(Point centre, double radiusMetres) {}

    /**
     * What truly happened.
     *
     * @param cluster H1 to H5, T1 or NOW; empty for ordinary life
     * @param traps DUPLICATE, LATE, LATE_DATED_AT_ENTRY, DEFAULT_COORDINATE, GCJ02, OVERZEALOUS_WORKER
     */
    public record Truth(Point place, Instant happened, Optional<UUID> duplicateOf, String cluster, Set<String> traps) {}

    /** H1 to H5 of the two years, and NOW, the hotspot of the last weeks. */
    public List<Cluster> clusters() {
        return truth.clusters().stream()
                .map(c -> new Cluster(
                        c.id(),
                        c.kind(),
                        new Circle(c.area().centre(), c.area().radiusMetres()),
                        c.window().from(),
                        c.window().days(),
                        c.size().expected(),
                        c.size().extra(),
                        c.size().visible(),
                        c.size().found()))
                .toList();
    }

    public Truth of(DemoIncident incident) {
        DemoTruth.Row row = truth.rows().get(incident.id());
        if (row == null) {
            throw new IllegalArgumentException("no such incident: " + incident.id());
        }
        return new Truth(row.at(), row.happened(), Optional.ofNullable(row.duplicateOf()), row.cluster(), row.traps());
    }
}
