package org.gridsight.spatial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * An area from a file, in the same coordinates as the points: GeoJSON (polygons of any geometry, feature or
 * collection), or rings as CSV {@code X,Y,L1,L2,L3}, L1 the ring (the first is the outer one), L2 and L3 the polygon.
 */
final class BoundaryFile {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Places places;
    private final List<Polygon> polygons = new ArrayList<>();

    private BoundaryFile(Places places) {
        this.places = places;
    }

    /** Reads the area; degrees are projected as the points were. */
    static Geometry read(Path file, Places places) throws IOException {
        BoundaryFile boundary = new BoundaryFile(places);
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
            boundary.rings(file);
        } else {
            boundary.geoJson(JsonReader.parse(Files.readString(file, StandardCharsets.UTF_8)));
        }
        if (boundary.polygons.isEmpty()) {
            throw new UnusableInput(file + " holds no polygon");
        }
        return FACTORY.createMultiPolygon(boundary.polygons.toArray(new Polygon[0]));
    }

    private void rings(Path file) throws IOException {
        NumberColumn x = new NumberColumn("X");
        NumberColumn y = new NumberColumn("Y");
        NumberColumn ring = new NumberColumn("L1");
        NumberColumn part = new NumberColumn("L2");
        NumberColumn whole = new NumberColumn("L3");
        int rows = CsvReader.read(file, List.of(x, y, ring, part, whole));
        double[] xs = x.values();
        double[] ys = y.values();
        double[] l1 = ring.values();
        double[] l2 = part.values();
        double[] l3 = whole.values();
        Map<String, Map<Double, List<double[]>>> rings = new TreeMap<>();
        for (int i = 0; i < rows; i++) {
            rings.computeIfAbsent(l3[i] + "/" + l2[i], polygon -> new TreeMap<>())
                    .computeIfAbsent(l1[i], number -> new ArrayList<>())
                    .add(new double[] {xs[i], ys[i]});
        }
        for (Map<Double, List<double[]>> polygon : rings.values()) {
            add(List.copyOf(polygon.values()));
        }
    }

    private void geoJson(Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new UnusableInput("the boundary is not a GeoJSON object");
        }
        for (String member : List.of("features", "geometries")) {
            if (object.get(member) instanceof List<?> list) {
                list.forEach(this::geoJson);
            }
        }
        if (object.get("geometry") instanceof Map<?, ?> geometry && !geometry.isEmpty()) {
            geoJson(geometry);
        }
        if (object.get("coordinates") instanceof List<?> coordinates) {
            if ("Polygon".equals(object.get("type"))) {
                polygon(coordinates);
            } else if ("MultiPolygon".equals(object.get("type"))) {
                coordinates.forEach(this::polygon);
            }
        }
    }

    private void polygon(Object rings) {
        List<List<double[]>> read = new ArrayList<>();
        if (rings instanceof List<?> list) {
            for (Object ring : list) {
                read.add(ring(ring));
            }
        }
        if (!read.isEmpty()) {
            add(read);
        }
    }

    private static List<double[]> ring(Object ring) {
        List<double[]> corners = new ArrayList<>();
        if (ring instanceof List<?> list) {
            for (Object corner : list) {
                if (!(corner instanceof List<?> pair)
                        || pair.size() < 2
                        || !(pair.get(0) instanceof Double x)
                        || !(pair.get(1) instanceof Double y)) {
                    throw new UnusableInput("the boundary has a corner that is not a pair of numbers");
                }
                corners.add(new double[] {x, y});
            }
        }
        return corners;
    }

    private void add(List<List<double[]>> rings) {
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 1; i < rings.size(); i++) {
            holes[i - 1] = closed(rings.get(i));
        }
        polygons.add(FACTORY.createPolygon(closed(rings.get(0)), holes));
    }

    private LinearRing closed(List<double[]> corners) {
        if (corners.size() < 3) {
            throw new UnusableInput("the boundary has a ring of " + corners.size() + " corners, it needs at least 3");
        }
        double[] x = corners.stream().mapToDouble(corner -> corner[0]).toArray();
        double[] y = corners.stream().mapToDouble(corner -> corner[1]).toArray();
        PlanarPoints points;
        try {
            points = places.inSamePlane(x, y);
        } catch (UnusableInput elsewhere) {
            throw new UnusableInput("boundary, " + elsewhere.getMessage());
        }
        Coordinate[] ring = new Coordinate[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            ring[i] = new Coordinate(points.x(i), points.y(i));
        }
        ring[x.length] = ring[0].copy();
        return FACTORY.createLinearRing(ring);
    }
}
