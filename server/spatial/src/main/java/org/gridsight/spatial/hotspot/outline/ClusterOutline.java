package org.gridsight.spatial.hotspot.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.SquareCells;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Outlines within an area, metres. Points: a concave hull (Delaunay triangles worn down from the outside, JTS) in one
 * piece, widened by a margin, so that one point, a line of points and a corner case become something to see: nothing is
 * narrower than twice the margin, except where the area cuts it. Then cut at the area, to within a micrometre; pieces
 * that hold no point are dropped, and the only holes are those of the area. Every point that lies in the area lies in
 * the outline. The order of the points and repeated ones do not matter. Cost: n log n. Limit: a
 * hook of points that lie exactly on two straight lines is filled.
 */
public final class ClusterOutline {

    /** Of an outline around points, metres. */
    public static final double USUAL_MARGIN = 30;

    /** Longest edge of a hull, by the spacing of as many points spread evenly. */
    private static final double SPACINGS = 2;

    /** Where two lines cross is known to about a billionth of a metre in a town. */
    private static final double ROUNDING = 1e-6;

    private static final int CORNERS_PER_QUADRANT = 6;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Geometry area;
    private final double margin;

    /**
     * @param area polygons in metres, also invalid ones, which are mended
     * @param marginMetres above 0
     */
    public ClusterOutline(Geometry area, double marginMetres) {
        if (!(marginMetres > 0 && marginMetres <= PlanarPoints.LARGEST)) {
            throw new UnusableInput("the margin is " + marginMetres + " m, it must be above 0");
        }
        if (area.getDimension() < 2 || area.isEmpty()) {
            throw new UnusableInput("the area is empty or a line, it must be a polygon");
        }
        this.area = area.isValid() ? area : GeometryFixer.fix(area);
        this.margin = marginMetres;
    }

    /** Around points; empty when none lies in the area. */
    public Optional<Geometry> around(PlanarPoints points) {
        TreeSet<Coordinate> places = new TreeSet<>();
        for (int i = 0; i < points.size(); i++) {
            places.add(new Coordinate(points.x(i), points.y(i)));
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        MultiPoint cloud = FACTORY.createMultiPointFromCoords(places.toArray(new Coordinate[0]));
        Geometry wide = hull(cloud).buffer(margin, CORNERS_PER_QUADRANT);
        return pieces(cut(wide), cloud);
    }

    /** Of cells, with exactly their sides; empty when none touches the area. */
    public Optional<Geometry> of(SquareCells cells, int[] chosen) {
        List<Polygon> squares = new ArrayList<>();
        double side = cells.side();
        TreeSet<Integer> once = new TreeSet<>();
        for (int cell : chosen) {
            if (once.add(cell)) {
                // whole multiples of the side: neighbours share their corners to the last bit
                squares.add((Polygon) FACTORY.toGeometry(new Envelope(
                        cells.ix(cell) * side,
                        (cells.ix(cell) + 1) * side,
                        cells.iy(cell) * side,
                        (cells.iy(cell) + 1) * side)));
            }
        }
        if (squares.isEmpty()) {
            return Optional.empty();
        }
        return polygons(cut(CoverageUnion.union(squares.toArray(new Polygon[0]))));
    }

    /** Of a shape in metres as it is; empty when it lies outside of the area. */
    public Optional<Geometry> of(Geometry shape) {
        return polygons(cut(shape.isValid() ? shape : GeometryFixer.fix(shape)));
    }

    /** Of a circle, at least as wide as the margin; empty when it lies outside of the area. */
    public Optional<Geometry> circle(double x, double y, double radiusMetres) {
        if (!(radiusMetres >= 0 && radiusMetres <= PlanarPoints.LARGEST)) {
            throw new UnusableInput("the radius is " + radiusMetres + " m, it must be 0 or more");
        }
        Geometry centre = FACTORY.createPoint(new Coordinate(x, y));
        // the corners lie on a wider circle, so that the true one is inside
        int corners = 4 * CORNERS_PER_QUADRANT;
        double radius = Math.max(margin, radiusMetres) / Math.cos(Math.PI / (4 * corners));
        return polygons(cut(centre.buffer(radius, corners)));
    }

    private Geometry hull(MultiPoint cloud) {
        Geometry convex = cloud.convexHull();
        if (convex.getDimension() < 2) {
            return convex;
        }
        // what the margins of two points bridge is no gap
        double edge = Math.max(2 * margin, SPACINGS * ConcaveHull.uniformGridEdgeLength(cloud));
        Geometry concave = ConcaveHull.concaveHullByLength(cloud, edge, false);
        // nearly straight rows of points leave no triangles to work with
        return concave instanceof Polygon && concave.isValid() ? concave : convex;
    }

    private Geometry cut(Geometry shape) {
        return OverlayNGRobust.overlay(shape, area, OverlayNG.INTERSECTION);
    }

    /** The polygons that hold at least one of the points. */
    private Optional<Geometry> pieces(Geometry cut, MultiPoint points) {
        List<Polygon> kept = new ArrayList<>();
        for (Polygon polygon : parts(cut)) {
            if (holdsOne(polygon, points)) {
                kept.add(polygon);
            }
        }
        return joined(kept);
    }

    private static boolean holdsOne(Polygon polygon, MultiPoint points) {
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(polygon);
        IndexedFacetDistance border = new IndexedFacetDistance(polygon);
        for (int i = 0; i < points.getNumGeometries(); i++) {
            Geometry point = points.getGeometryN(i);
            if (inside.locate(point.getCoordinate()) != Location.EXTERIOR || border.isWithinDistance(point, ROUNDING)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Geometry> polygons(Geometry cut) {
        return joined(parts(cut));
    }

    private static List<Polygon> parts(Geometry cut) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < cut.getNumGeometries(); i++) {
            if (cut.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                parts.add(polygon);
            }
        }
        return parts;
    }

    private static Optional<Geometry> joined(List<Polygon> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Geometry whole = parts.size() == 1 ? parts.get(0) : FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
        return Optional.of(whole.norm());
    }
}
