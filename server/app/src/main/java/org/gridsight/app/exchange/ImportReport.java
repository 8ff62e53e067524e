package org.gridsight.app.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.format.FeatureTable;
import org.gridsight.gisdata.topology.Coverage;
import org.gridsight.gisdata.topology.CoverageFinding;

/**
 * What came of a file, on the wire.
 *
 * @param accepted rows that went in, or would go in without {@code dryRun}
 * @param columns which column was taken for what
 */
record ImportReport(
        int accepted,
        boolean dryRun,
        Topology topology,
        List<Row> rejected,
        List<String> notes,
        Reading reading,
        Map<String, String> columns) {

    /** Where grids do not fit together; each is a feature that the map can show. */
    record Topology(
            List<MapFeature> gaps,
            List<MapFeature> overlaps,
            List<MapFeature> slivers,
            List<MapFeature> outside,
            boolean complete) {

        static Topology none() {
            return new Topology(List.of(), List.of(), List.of(), List.of(), true);
        }

        static Topology of(Coverage coverage) {
            return new Topology(
                    features(coverage.gaps()),
                    features(coverage.overlaps()),
                    features(coverage.slivers()),
                    features(coverage.outside()),
                    coverage.complete());
        }

        private static List<MapFeature> features(List<CoverageFinding> findings) {
            return findings.stream()
                    .map(finding -> new MapFeature(
                            finding.kind() + " " + String.join(" ", finding.codes()),
                            Optional.of(finding.geometry()),
                            Map.of("codes", finding.codes(), "areaSquareMetres", finding.areaSquareMetres())))
                    .toList();
        }
    }

    /** A refused row in the reader's language. */
    record Row(long row, String code, String reason) {}

    /** How the file was understood. */
    record Reading(String format, String crs, String crsBasis, String charset) {

        static Reading of(FeatureTable table) {
            return new Reading(
                    table.format().name(),
                    table.crs().name(),
                    table.crsBasis(),
                    table.charset().name());
        }
    }

    static List<Row> rows(List<RefusedRow> refused, Locale locale) {
        return refused.stream()
                .map(row -> new Row(row.row(), row.code(), row.reason().in(locale)))
                .toList();
    }

    static List<String> texts(List<Text> notes, Locale locale) {
        return notes.stream().map(note -> note.in(locale)).toList();
    }
}
