package org.gridsight.spatial.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * One cell for each point: the part of the outline that is nearer to it than to any other (Voronoi), in metres. A piece
 * cut off from its point by the outline joins the neighbour with the longest shared border; on an islet without
 * neighbours it stays. Points at one spot count once, for the first of them.
 */
public final class PointCells {

    /** A cell and the number of its point in the list. */
    public record Cell(int point, Polygon shape) {}

    private final Geometry outline;
    private final List<Coordinate> points;

    public PointCells(Geometry outline, List<Coordinate> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("cells need at least one point");
        }
        this.outline = outline;
        this.points = List.copyOf(points);
    }

    /** An exact partition of the outline, in reading order: north to south in bands, west to east inside a band. */
    public List<Cell> cells() {
        List<Polygon> faces = new Faces(outline).cutAlong(borders());
        Mosaic mosaic = new Mosaic(faces);
        int[] owners = owners(faces);
        boolean[] main = mainFaces(faces, owners);
        joinStrays(mosaic, main);
        List<Cell> cells = new ArrayList<>();
        for (int face = 0; face < faces.size(); face++) {
            if (mosaic.holds(face)) {
                cells.add(new Cell(owners[face], mosaic.cell(face)));
            }
        }
        double band = Math.sqrt(outline.getArea() / cells.size());
        Comparator<Polygon> reading = new ReadingOrder(outline.getEnvelopeInternal(), band).comparator();
        cells.sort(Comparator.comparing(Cell::shape, reading));
        return List.copyOf(cells);
    }

    private List<LineString> borders() {
        Envelope frame = new Envelope(outline.getEnvelopeInternal());
        points.forEach(frame::expandToInclude);
        frame.expandBy(Math.max(frame.getWidth(), frame.getHeight()) + 1);
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(points);
        builder.setClipEnvelope(frame);
        Geometry diagram = builder.getDiagram(outline.getFactory());
        List<LineString> lines = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            LinearRing ring = ((Polygon) diagram.getGeometryN(i)).getExteriorRing();
            lines.add(outline.getFactory().createLineString(ring.getCoordinateSequence()));
        }
        return lines;
    }

    private int[] owners(List<Polygon> faces) {
        int[] owners = new int[faces.size()];
        for (int face = 0; face < owners.length; face++) {
            owners[face] = nearestPoint(faces.get(face).getInteriorPoint().getCoordinate());
        }
        return owners;
    }

    private int nearestPoint(Coordinate place) {
        int nearest = 0;
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).distance(place) < points.get(nearest).distance(place)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Of the faces of a point the one that holds it, else the largest. */
    private boolean[] mainFaces(List<Polygon> faces, int[] owners) {
        int[] mainOf = new int[points.size()];
        double[] merit = new double[points.size()];
        for (int face = 0; face < owners.length; face++) {
            int point = owners[face];
            boolean holdsPoint = faces.get(face).covers(outline.getFactory().createPoint(points.get(point)));
            double worth =
                    holdsPoint ? Double.POSITIVE_INFINITY : faces.get(face).getArea();
            if (worth > merit[point]) {
                merit[point] = worth;
                mainOf[point] = face;
            }
        }
        boolean[] main = new boolean[owners.length];
        for (int point = 0; point < mainOf.length; point++) {
            if (merit[point] > 0) {
                main[mainOf[point]] = true;
            }
        }
        return main;
    }

    private static void joinStrays(Mosaic mosaic, boolean[] main) {
        TreeSet<Integer> strays = new TreeSet<>(
                Comparator.<Integer>comparingDouble(mosaic::area).thenComparing(Comparator.naturalOrder()));
        for (int face = 0; face < main.length; face++) {
            if (!main[face]) {
                strays.add(face);
            }
        }
        while (!strays.isEmpty()) {
            int stray = strays.pollFirst();
            int neighbour = mosaic.longestBorder(stray);
            if (neighbour >= 0) {
                boolean alsoStray = strays.remove(neighbour);
                mosaic.merge(stray, neighbour);
                if (alsoStray) {
                    strays.add(neighbour);
                }
            }
        }
    }
}
