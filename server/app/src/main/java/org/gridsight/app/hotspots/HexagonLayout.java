package org.gridsight.app.hotspots;

import com.uber.h3core.AreaUnit;
import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.ListedNeighbourhood;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Hexagons of H3 (Uber 2018) whose centre lies inside the town, numbered by their index. All of one resolution; their
 * names are the same everywhere, so that figures of several towns can be laid side by side.
 */
final class HexagonLayout implements CellLayout {

    private static final int MOST_CELLS = 1 << 20;

    /** Of all lists of near cells together. */
    private static final long MOST_NEAR = 1L << 23;

    private static final GeometryFactory DEGREES = new GeometryFactory();

    private final H3Core h3;
    private final Terrain terrain;
    private final int resolution;
    private final long[] indexes;

    private HexagonLayout(H3Core h3, Terrain terrain, int resolution, long[] indexes) {
        this.h3 = h3;
        this.terrain = terrain;
        this.resolution = resolution;
        this.indexes = indexes;
    }

    /** @throws UnusableInput when there are no such cells, or too many */
    static HexagonLayout inside(Terrain terrain, int resolution) {
        H3Core h3 = library();
        double cells = terrain.outline().getArea() / h3.getHexagonAreaAvg(resolution, AreaUnit.m2);
        if (cells > MOST_CELLS) {
            throw new UnusableInput("H3 cells of resolution " + resolution + " would be more than " + MOST_CELLS
                    + "; take a lower resolution");
        }
        TreeSet<Long> found = new TreeSet<>();
        Geometry outline = terrain.outlineDegrees();
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            if (outline.getGeometryN(i) instanceof Polygon polygon) {
                List<List<LatLng>> holes = IntStream.range(0, polygon.getNumInteriorRing())
                        .mapToObj(hole -> ring(polygon.getInteriorRingN(hole)))
                        .toList();
                found.addAll(h3.polygonToCells(ring(polygon.getExteriorRing()), holes, resolution));
            }
        }
        if (found.isEmpty()) {
            throw new UnusableInput("no H3 cell of resolution " + resolution
                    + " has its centre inside the area; take a higher resolution");
        }
        long[] indexes = found.stream().mapToLong(Long::longValue).toArray();
        return new HexagonLayout(h3, terrain, resolution, indexes);
    }

    /** Unpacked and loaded when first asked for; there is none for some machines. */
    private static final class Library {
        static final Optional<H3Core> H3 = load();

        private static Optional<H3Core> load() {
            try {
                return Optional.of(H3Core.newInstance());
            } catch (IOException | LinkageError missing) {
                return Optional.empty();
            }
        }
    }

    static H3Core library() {
        return Library.H3.orElseThrow(() -> new UnusableInput(
                "H3 cells do not work on this machine (its temporary folder must allow programs); take square cells"));
    }

    private static List<LatLng> ring(LinearRing ring) {
        // H3 closes rings by itself
        return Arrays.stream(ring.getCoordinates(), 0, ring.getNumPoints() - 1)
                .map(corner -> new LatLng(corner.y, corner.x))
                .toList();
    }

    @Override
    public int size() {
        return indexes.length;
    }

    /** The H3 index of a cell. */
    long index(int cell) {
        return indexes[cell];
    }

    @Override
    public int at(CaseSet cases, int i) {
        return number(h3.latLngToCell(cases.lat(i), cases.lng(i), resolution));
    }

    private int number(long index) {
        return Math.max(NOWHERE, Arrays.binarySearch(indexes, index));
    }

    @Override
    public Neighbourhood touching() {
        int[][] near = new int[size()][];
        for (int cell = 0; cell < near.length; cell++) {
            near[cell] = disk(cell, 1).toArray();
        }
        return ListedNeighbourhood.of(near);
    }

    @Override
    public Neighbourhood within(double metres) {
        PlanarPoints centres = centres();
        int rings = rings(metres);
        long most = size() * Math.min(size(), 1 + 3L * rings * (rings + 1));
        if (most > MOST_NEAR) {
            throw new UnusableInput("too many cells of resolution " + resolution + " lie within " + metres
                    + " m of one another; take a lower resolution or a shorter distance");
        }
        double reach = metres * (1 + 1e-9);
        int[][] near = new int[size()][];
        for (int cell = 0; cell < near.length; cell++) {
            double x = centres.x(cell);
            double y = centres.y(cell);
            near[cell] = disk(cell, rings)
                    .filter(other -> Math.hypot(centres.x(other) - x, centres.y(other) - y) <= reach)
                    .toArray();
        }
        return ListedNeighbourhood.of(near);
    }

    /** The cells of the town so many steps around one, itself included. */
    private IntStream disk(int cell, int rings) {
        return h3.gridDisk(indexes[cell], rings).stream().mapToInt(this::number).filter(other -> other != NOWHERE);
    }

    /** Steps that surely lead so far: the straight way over a ring is shortest across its flat sides. */
    private int rings(double metres) {
        List<Long> around = h3.gridDisk(indexes[0], 1);
        PlanarPoints centres = centres(around);
        double spacing = IntStream.range(1, centres.size())
                .mapToDouble(i -> Math.hypot(centres.x(i) - centres.x(0), centres.y(i) - centres.y(0)))
                .min()
                .orElseThrow();
        double most = terrain.extentMetres();
        return 1 + (int) Math.ceil(Math.min(metres, most) / (0.8 * spacing));
    }

    private PlanarPoints centres() {
        return centres(Arrays.stream(indexes).boxed().toList());
    }

    private PlanarPoints centres(List<Long> cells) {
        List<LatLng> places = cells.stream().map(h3::cellToLatLng).toList();
        return terrain.project(
                places.stream().mapToDouble(place -> place.lng).toArray(),
                places.stream().mapToDouble(place -> place.lat).toArray());
    }

    @Override
    public Optional<Geometry> shape(int[] chosen) {
        List<Polygon> polygons = new ArrayList<>();
        List<Long> cells = Arrays.stream(chosen).mapToObj(cell -> indexes[cell]).toList();
        for (List<List<LatLng>> rings : h3.cellsToMultiPolygon(cells, true)) {
            LinearRing[] closed = rings.stream().map(HexagonLayout::closed).toArray(LinearRing[]::new);
            polygons.add(DEGREES.createPolygon(closed[0], Arrays.copyOfRange(closed, 1, closed.length)));
        }
        return terrain.within(DEGREES.createMultiPolygon(polygons.toArray(new Polygon[0])));
    }

    private static LinearRing closed(List<LatLng> ring) {
        return DEGREES.createLinearRing(ring.stream()
                .map(corner -> new Coordinate(corner.lng, corner.lat))
                .toArray(Coordinate[]::new));
    }
}
