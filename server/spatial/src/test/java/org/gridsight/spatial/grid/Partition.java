package org.gridsight.spatial.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** What every tiling promises: cells fit edge to edge and fill the outline. And outlines to try it on. */
final class Partition {

    static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Path CITY = Path.of("../../../shared/data/points/portland_boundary_m.csv");

    private Partition() {}

    static void isExact(Geometry outline, List<Polygon> cells) {
        // JTS's own coverage check: no overlap, no gap, borders equal corner by corner
        assertThat(CoverageValidator.isValid(cells.toArray(Geometry[]::new))).isTrue();
        double sum = cells.stream().mapToDouble(Polygon::getArea).sum();
        double border = outline.getLength();
        assertThat(sum).isCloseTo(outline.getArea(), within(border * 0.001));
        Geometry union = UnaryUnionNG.union(List.<Geometry>copyOf(cells), FACTORY, new PrecisionModel(1000));
        double difference =
                OverlayNGRobust.overlay(union, outline, OverlayNG.SYMDIFFERENCE).getArea();
        assertThat(difference).isLessThan(border * 0.001);
        assertThat(cells).allMatch(Polygon::isValid);
    }

    static boolean hasCity() {
        return Files.exists(CITY);
    }

    /** A real city of 383 km2 with holes and several parts: rings of a CSV with X, Y, ring, polygon. */
    static Geometry city() throws IOException {
        Map<Integer, Map<Integer, List<Coordinate>>> rings = new TreeMap<>();
        List<String> lines = Files.readAllLines(CITY);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            rings.computeIfAbsent(Integer.valueOf(fields[3]), part -> new TreeMap<>())
                    .computeIfAbsent(Integer.valueOf(fields[2]), ring -> new ArrayList<>())
                    .add(new Coordinate(Double.parseDouble(fields[0]), Double.parseDouble(fields[1])));
        }
        List<Polygon> parts = new ArrayList<>();
        for (Map<Integer, List<Coordinate>> part : rings.values()) {
            List<LinearRing> closed =
                    part.values().stream().map(Partition::close).toList();
            parts.add(FACTORY.createPolygon(
                    closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new)));
        }
        return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static LinearRing close(List<Coordinate> corners) {
        List<Coordinate> closed = new ArrayList<>(corners);
        if (!closed.get(0).equals2D(closed.get(closed.size() - 1))) {
            closed.add(closed.get(0));
        }
        return FACTORY.createLinearRing(closed.toArray(Coordinate[]::new));
    }
}
