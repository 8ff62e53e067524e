package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridsight.spatial.UnusableInput;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * How much of an area, its roads and its points cameras see together, and where nobody looks. Everything is in metres of
 * one plane. The union is made once, snapped to centimetres (method: the snap-rounding overlay of JTS), of at most
 * {@value #MOST_VERTICES} vertices of visible polygons; 5,000 cameras take about 3 s of one processor (benchmark
 * SightLoad), so make it in the background and keep it. What a camera sees outside of the area does not count.
 */
public final class SightCoverage {

    static final int MOST_VERTICES = 500_000;
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);
    private static final GeometryFactory METRES = new GeometryFactory();

    private final Geometry area;
    private final List<Polygon> views;
    private final Geometry seen;

    private SightCoverage(Geometry area, List<Polygon> views, Geometry seen) {
        this.area = area;
        this.views = views;
        this.seen = seen;
    }

    /**
     * @param area one or more polygons, metres of the plane of the visible areas
     * @throws UnusableInput when the area has no extent or there are too many vertices
     */
    public static SightCoverage of(Geometry area, List<VisibleArea> cameras) {
        if (!(area.getArea() > 0)) {
            throw new UnusableInput("the area to cover has no extent");
        }
        List<Polygon> views = new ArrayList<>();
        long vertices = 0;
        for (VisibleArea camera : cameras) {
            Polygon view = camera.polygon();
            if (view.getEnvelopeInternal().intersects(area.getEnvelopeInternal())) {
                views.add(view);
                vertices += view.getNumPoints();
            }
        }
        if (vertices > MOST_VERTICES) {
            throw new UnusableInput("the visible areas have " + vertices + " vertices, at most " + MOST_VERTICES
                    + " can be joined; take a part of the area");
        }
        Geometry union = views.isEmpty()
                ? METRES.createPolygon()
                : UnaryUnionNG.union(METRES.createGeometryCollection(views.toArray(Geometry[]::new)), CENTIMETRES);
        return new SightCoverage(area, List.copyOf(views), overlay(area, union, OverlayNG.INTERSECTION));
    }

    private static Geometry overlay(Geometry one, Geometry other, int operation) {
        return OverlayNGRobust.overlay(one, other, operation);
    }

    /** The part of the area that somebody sees. A copy: geometries can be changed. */
    public Geometry seen() {
        return seen.copy();
    }

    /** Seen square metres by all square metres, 0..1. */
    public double areaShare() {
        return Math.min(1, seen.getArea() / area.getArea());
    }

    /** Seen metres by all metres of lines within the area, 0..1; a stretch listed twice counts once. 0 without lines. */
    public double roadShare(List<? extends Geometry> roads) {
        if (roads.isEmpty()) {
            return 0;
        }
        Geometry all = UnaryUnionNG.union(METRES.createGeometryCollection(roads.toArray(Geometry[]::new)), CENTIMETRES);
        Geometry within = overlay(all, area, OverlayNG.INTERSECTION);
        double metres = within.getLength();
        return metres > 0
                ? Math.min(1, overlay(within, seen, OverlayNG.INTERSECTION).getLength() / metres)
                : 0;
    }

    /** Seen points by all points within the area, 0..1; 0 without points. */
    public double pointShare(List<Coordinate> points) {
        IndexedPointInAreaLocator inArea = new IndexedPointInAreaLocator(area);
        IndexedPointInAreaLocator inSight = new IndexedPointInAreaLocator(seen);
        int within = 0;
        int visible = 0;
        for (Coordinate point : points) {
            if (inArea.locate(point) != Location.EXTERIOR) {
                within++;
                visible += inSight.locate(point) != Location.EXTERIOR ? 1 : 0;
            }
        }
        return within == 0 ? 0 : (double) visible / within;
    }

    /** The parts of the area that nobody sees, largest first, those under a size left out. */
    public List<Polygon> blindSpots(double leastSquareMetres) {
        Geometry blind = overlay(area, seen, OverlayNG.DIFFERENCE);
        List<Polygon> spots = new ArrayList<>();
        for (int part = 0; part < blind.getNumGeometries(); part++) {
            if (blind.getGeometryN(part) instanceof Polygon spot && spot.getArea() >= leastSquareMetres) {
                spots.add(spot);
            }
        }
        spots.sort(Comparator.comparingDouble(Polygon::getArea)
                .reversed()
                .thenComparing(spot -> spot.getEnvelopeInternal().getMinX())
                .thenComparing(spot -> spot.getEnvelopeInternal().getMinY()));
        return List.copyOf(spots);
    }

    /** How many cameras see each square cell of a side over the area. */
    public WatchedCells cells(double sideMetres) {
        return WatchedCells.of(area, views, sideMetres);
    }
}
