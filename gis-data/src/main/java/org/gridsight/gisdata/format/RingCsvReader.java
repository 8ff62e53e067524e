package org.gridsight.gisdata.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons as a list of corners, as R's sf writes them: X, Y, L1 = ring (1 is the outer one, others are holes), L2 =
 * polygon, L3 = feature. One feature per L3; its row is its L3, and a corner that cannot be read costs that feature.
 */
final class RingCsvReader {

    /** L1 to corners, by L2, of one feature. */
    private static final class Rings extends TreeMap<Long, Map<Long, List<Coordinate>>> {
        private static final long serialVersionUID = 1;
    }

    private final FeatureIntake intake;
    private final Map<Long, Rings> features = new LinkedHashMap<>();
    private final Map<Long, RowFault> broken = new LinkedHashMap<>();
    private final Map<Long, Integer> vertices = new LinkedHashMap<>();

    private RingCsvReader(FeatureIntake intake) {
        this.intake = intake;
    }

    /** Column names are compared as they stand. */
    static boolean fits(List<String> columns) {
        return columns.containsAll(List.of("X", "Y", "L1", "L2"));
    }

    static void read(CsvRows rows, FeatureIntake intake) {
        RingCsvReader reader = new RingCsvReader(intake);
        for (CsvRow row : rows) {
            reader.corner(row);
        }
        reader.finish();
        intake.charset(rows.charset());
    }

    private void corner(CsvRow row) {
        long feature = 1;
        try {
            feature = row.find("L3").isPresent() ? whole(row, "L3") : 1;
            if (row.fault().isPresent()) {
                broken.putIfAbsent(feature, row.fault().get());
                return;
            }
            intake.spendPoints(row.number(), 1);
            int count = vertices.merge(feature, 1, Integer::sum);
            if (count > intake.limits().vertices()) {
                GeometryCheck.vertices(count, intake.limits().vertices());
            }
            Coordinate point = new Coordinate(CsvFeatureReader.number(row, "X"), CsvFeatureReader.number(row, "Y"));
            GeometryCheck.finite(point);
            features.computeIfAbsent(feature, f -> room(row.number()))
                    .computeIfAbsent(whole(row, "L2"), l2 -> new TreeMap<>())
                    .computeIfAbsent(whole(row, "L1"), l1 -> new ArrayList<>())
                    .add(point);
        } catch (BadGeometry e) {
            broken.putIfAbsent(feature, e.at(row.number()));
        }
    }

    private Rings room(long row) {
        if (features.size() >= intake.limits().rows()) {
            throw new FileRefused(
                    FileRefused.Reason.TOO_MANY_ROWS,
                    "row " + row,
                    "more than " + intake.limits().rows() + " features");
        }
        return new Rings();
    }

    private void finish() {
        broken.forEach((feature, fault) -> {
            features.remove(feature);
            intake.fault(fault);
        });
        features.forEach((feature, polygons) -> {
            try {
                List<Polygon> parts = new ArrayList<>();
                for (Map<Long, List<Coordinate>> rings : polygons.values()) {
                    parts.add(polygon(rings));
                }
                Geometry geometry = parts.size() == 1
                        ? parts.get(0)
                        : GeometryCheck.FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
                intake.add(feature, geometry, Map.of("L3", feature));
            } catch (BadGeometry e) {
                intake.fault(e.at(feature));
            }
        });
    }

    private static Polygon polygon(Map<Long, List<Coordinate>> rings) throws BadGeometry {
        List<Coordinate> outer = rings.get(1L);
        if (outer == null) {
            throw new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, "a polygon has no outer ring (L1 = 1)");
        }
        List<LinearRing> holes = new ArrayList<>();
        for (Map.Entry<Long, List<Coordinate>> ring : rings.entrySet()) {
            if (ring.getKey() != 1L) {
                holes.add(GeometryCheck.ring(ring.getValue().toArray(Coordinate[]::new)));
            }
        }
        return GeometryCheck.FACTORY.createPolygon(
                GeometryCheck.ring(outer.toArray(Coordinate[]::new)), holes.toArray(LinearRing[]::new));
    }

    private static long whole(CsvRow row, String column) throws BadGeometry {
        double value = CsvFeatureReader.number(row, column);
        if (value != Math.rint(value) || value < 0 || value > 1e9) {
            throw new BadGeometry(RowFault.Code.NUMBER, "column " + column + " must be a whole number, was " + value);
        }
        return (long) value;
    }
}
