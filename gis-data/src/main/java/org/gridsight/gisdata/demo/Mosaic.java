package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * The land of each natural village: Voronoi cells with naturally bent borders, clipped by the town border. All lines
 * are noded together on a decimetre lattice before any area is built, so cells share their vertices exactly:
 * no gap and no overlap by construction.
 */
final class Mosaic {

    private static final Bend BORDERS = new Bend(3, 0.05);

    /** Cell borders run this far over the town border before they are cut, so that they always meet it. */
    private static final double OVERRUN = 40;

    private final Polygon[] cells;
    private final SharedBorders neighbours;
    private final List<LineString> innerBorders;

    Mosaic(Polygon border, List<Hamlet> hamlets, Draws draws) {
        List<LineString> bent = new ArrayList<>();
        for (LineSegment edge : voronoiEdges(border, hamlets)) {
            for (LineSegment part : inside(border, edge)) {
                bent.add(TownPlane.METRES.createLineString(BORDERS.line(part.p0, part.p1, draws)));
            }
        }
        this.innerBorders = List.copyOf(bent);
        this.cells = cells(faces(border, bent), hamlets);
        this.neighbours = new SharedBorders(cells);
    }

    Polygon cell(int hamlet) {
        return cells[hamlet];
    }

    SharedBorders neighbours() {
        return neighbours;
    }

    /** The bent lines between cells, as far from houses as land gets: rivers like to run here. */
    List<LineString> innerBorders() {
        return innerBorders;
    }

    /** The land of several hamlets as one area; one polygon when they hang together. */
    Geometry union(Collection<Hamlet> hamlets) {
        return joined(hamlets.stream().map(h -> cells[h.index()]).toList());
    }

    private static Set<LineSegment> voronoiEdges(Polygon border, List<Hamlet> hamlets) {
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(hamlets.stream().map(Hamlet::at).toList());
        Envelope wide = border.getEnvelopeInternal().copy();
        wide.expandBy(20_000);
        builder.setClipEnvelope(wide);
        Geometry diagram = builder.getDiagram(new GeometryFactory());
        Set<LineSegment> edges = new LinkedHashSet<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Coordinate[] ring =
                    ((Polygon) diagram.getGeometryN(i)).getExteriorRing().getCoordinates();
            for (int j = 0; j + 1 < ring.length; j++) {
                LineSegment edge = new LineSegment(snapped(ring[j]), snapped(ring[j + 1]));
                edge.normalize();
                if (edge.getLength() > 0) {
                    edges.add(edge);
                }
            }
        }
        return edges;
    }

    private static List<LineSegment> inside(Polygon border, LineSegment edge) {
        Geometry clipped = border.intersection(edge.toGeometry(TownPlane.METRES));
        List<LineSegment> parts = new ArrayList<>();
        for (int i = 0; i < clipped.getNumGeometries(); i++) {
            if (clipped.getGeometryN(i) instanceof LineString line && line.getLength() > 0) {
                Coordinate[] ends = line.getCoordinates();
                LineSegment part = new LineSegment(ends[0], ends[ends.length - 1]);
                parts.add(new LineSegment(overrun(part.p1, part.p0, edge), overrun(part.p0, part.p1, edge)));
            }
        }
        return parts;
    }

    /** The end itself where it is a true corner of cells, a point beyond where the town border cut it. */
    private static Coordinate overrun(Coordinate start, Coordinate end, LineSegment edge) {
        if (end.distance(edge.p0) < 0.2) {
            return edge.p0;
        }
        if (end.distance(edge.p1) < 0.2) {
            return edge.p1;
        }
        double length = start.distance(end);
        return snapped(new LineSegment(start, end).pointAlong((length + OVERRUN) / length));
    }

    private static List<Polygon> faces(Polygon border, List<LineString> lines) {
        List<SegmentString> strings = new ArrayList<>();
        strings.add(new NodedSegmentString(border.getExteriorRing().getCoordinates(), null));
        for (LineString line : lines) {
            strings.add(new NodedSegmentString(line.getCoordinates(), null));
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(TownPlane.DECIMETRE);
        noder.computeNodes(strings);
        Set<LineSegment> unique = new LinkedHashSet<>();
        for (Object noded : noder.getNodedSubstrings()) {
            Coordinate[] line = ((SegmentString) noded).getCoordinates();
            for (int i = 0; i + 1 < line.length; i++) {
                LineSegment edge = new LineSegment(line[i], line[i + 1]);
                edge.normalize();
                unique.add(edge);
            }
        }
        Polygonizer polygonizer = new Polygonizer();
        unique.forEach(edge -> polygonizer.add(edge.toGeometry(TownPlane.METRES)));
        PreparedGeometry town = PreparedGeometryFactory.prepare(border);
        List<Polygon> faces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            if (town.intersects(((Polygon) face).getInteriorPoint())) {
                faces.add((Polygon) ((Polygon) face).norm());
            }
        }
        faces.sort(null);
        return faces;
    }

    private static Polygon[] cells(List<Polygon> faces, List<Hamlet> hamlets) {
        int[] owner = new int[faces.size()];
        Arrays.fill(owner, -1);
        for (int face = 0; face < owner.length; face++) {
            PreparedGeometry area = PreparedGeometryFactory.prepare(faces.get(face));
            for (Hamlet hamlet : hamlets) {
                if (faces.get(face).getEnvelopeInternal().contains(hamlet.at())
                        && area.contains(TownPlane.METRES.createPoint(hamlet.at()))) {
                    owner[face] = hamlet.index();
                }
            }
        }
        adopt(owner, new SharedBorders(faces.toArray(Polygon[]::new)));
        Polygon[] cells = new Polygon[hamlets.size()];
        for (int hamlet = 0; hamlet < cells.length; hamlet++) {
            List<Polygon> own = new ArrayList<>();
            for (int face = 0; face < owner.length; face++) {
                if (owner[face] == hamlet) {
                    own.add(faces.get(face));
                }
            }
            cells[hamlet] = (Polygon) joined(own);
        }
        return cells;
    }

    /** Normalised, because the union itself starts its rings anywhere. */
    static Geometry joined(List<Polygon> pieces) {
        return CoverageUnion.union(pieces.toArray(Geometry[]::new)).norm();
    }

    /** Faces without a hamlet (cut off by a bay of the border) go to the neighbour with the longest common border. */
    private static void adopt(int[] owner, SharedBorders borders) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int face = 0; face < owner.length; face++) {
                int best = -1;
                for (int other = 0; owner[face] < 0 && other < owner.length; other++) {
                    boolean longer = best < 0 || borders.between(face, other) > borders.between(face, best);
                    if (owner[other] >= 0 && borders.between(face, other) > 0 && longer) {
                        best = other;
                    }
                }
                if (best >= 0) {
                    owner[face] = owner[best];
                    changed = true;
                }
            }
        }
    }

    private static Coordinate snapped(Coordinate place) {
        Coordinate snapped = new Coordinate(place.x, place.y);
        TownPlane.DECIMETRE.makePrecise(snapped);
        return snapped;
    }
}
