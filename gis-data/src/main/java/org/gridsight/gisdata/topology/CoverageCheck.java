package org.gridsight.gisdata.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.topology.CoverageFinding.Kind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Asks whether grids partition their township. Without an outline gaps are the holes enclosed by grids. Differences count
 * only where they are wider than the noise: hairlines of unlike corner points vanish, even when they join real gaps.
 */
public final class CoverageCheck {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<CodedPolygon> polygons;
    private final Optional<Geometry> outline;
    private final CoverageTolerance tolerance;
    private final Plane plane;
    private final double noiseWidth;
    private final double noiseArea;
    private final double thinWidth;
    private final List<Geometry> shapes = new ArrayList<>();
    private final STRtree tree = new STRtree();
    private final List<CoverageFinding> findings = new ArrayList<>();

    /**
     * For grids drawn in degrees.
     *
     * @param outline CGCS2000 degrees
     */
    public CoverageCheck(List<CodedPolygon> polygons, Optional<Geometry> outline, CoverageTolerance tolerance) {
        this(polygons, outline, tolerance, Crs.cgcs2000());
    }

    /**
     * @param outline CGCS2000 degrees
     * @param drawnIn the system of the grid file: a long border straight there is bent in degrees, by 1.4 cm on 1 km
     */
    public CoverageCheck(
            List<CodedPolygon> polygons, Optional<Geometry> outline, CoverageTolerance tolerance, Crs drawnIn) {
        this.polygons = List.copyOf(polygons);
        this.tolerance = tolerance;
        Envelope all = new Envelope();
        polygons.forEach(polygon -> all.expandToInclude(polygon.geometry().getEnvelopeInternal()));
        Coordinate centre = all.isNull() ? new Coordinate() : all.centre();
        this.plane = drawnIn.isDegrees() || all.isNull() ? new LocalPlane(centre) : CrsPlane.at(drawnIn, centre);
        double metre = plane.unitsPerMetre();
        this.noiseWidth = tolerance.noiseWidthMetres() * metre;
        this.noiseArea = tolerance.noiseAreaSquareMetres() * metre * metre;
        this.thinWidth = tolerance.thinWidthMetres() * metre;
        this.outline = outline.map(plane::plane).map(CoverageCheck::sound);
        for (int i = 0; i < polygons.size(); i++) {
            shapes.add(sound(plane.plane(polygons.get(i).geometry())));
            tree.insert(shapes.get(i).getEnvelopeInternal(), i);
        }
    }

    /** Computed anew at each call. */
    public synchronized Coverage coverage() {
        findings.clear();
        duplicates();
        thinPolygons();
        overlaps();
        if (!polygons.isEmpty()) {
            gaps();
            outside();
        }
        boolean complete = !full();
        return new Coverage(findings, complete);
    }

    private void duplicates() {
        Map<String, List<Geometry>> byCode = new LinkedHashMap<>();
        for (int i = 0; i < polygons.size(); i++) {
            byCode.computeIfAbsent(polygons.get(i).code(), code -> new ArrayList<>())
                    .add(shapes.get(i));
        }
        byCode.forEach((code, same) -> {
            if (same.size() > 1) {
                add(Kind.DUPLICATE_CODE, List.of(code), OverlayNGRobust.union(FACTORY.buildGeometry(same)), false);
            }
        });
    }

    private void thinPolygons() {
        for (int i = 0; i < polygons.size(); i++) {
            if (isThin(shapes.get(i))) {
                add(Kind.THIN_POLYGON, List.of(polygons.get(i).code()), shapes.get(i), true);
            }
        }
    }

    private void overlaps() {
        for (int i = 0; i < polygons.size(); i++) {
            for (Object found : tree.query(shapes.get(i).getEnvelopeInternal())) {
                int j = (Integer) found;
                if (j <= i || full()) {
                    continue;
                }
                List<String> codes =
                        List.of(polygons.get(i).code(), polygons.get(j).code());
                Geometry common = OverlayNGRobust.overlay(shapes.get(i), shapes.get(j), OverlayNG.INTERSECTION);
                for (Geometry part : parts(common)) {
                    add(Kind.OVERLAP, codes, part, isThin(part));
                }
            }
        }
    }

    private void gaps() {
        Geometry union = OverlayNGRobust.union(shapes);
        Geometry whole = outline.orElseGet(() -> filled(union));
        for (Geometry part : parts(OverlayNGRobust.overlay(whole, union, OverlayNG.DIFFERENCE))) {
            add(Kind.GAP, around(part), part, isThin(part));
        }
    }

    private void outside() {
        if (outline.isEmpty()) {
            return;
        }
        PreparedGeometry inside = PreparedGeometryFactory.prepare(outline.get());
        for (int i = 0; i < polygons.size() && !full(); i++) {
            if (inside.covers(shapes.get(i))) {
                continue;
            }
            Geometry rest = OverlayNGRobust.overlay(shapes.get(i), outline.get(), OverlayNG.DIFFERENCE);
            for (Geometry part : parts(rest)) {
                add(Kind.OUTSIDE, List.of(polygons.get(i).code()), part, false);
            }
        }
    }

    private List<String> around(Geometry gap) {
        Envelope near = gap.getEnvelopeInternal();
        near.expandBy(2 * noiseWidth);
        TreeSet<String> codes = new TreeSet<>();
        for (Object found : tree.query(near)) {
            int i = (Integer) found;
            if (shapes.get(i).isWithinDistance(gap, 2 * noiseWidth)) {
                codes.add(polygons.get(i).code());
            }
        }
        return List.copyOf(codes);
    }

    private boolean full() {
        return findings.size() >= tolerance.mostFindings();
    }

    private void add(Kind kind, List<String> codes, Geometry where, boolean thin) {
        if (!full()) {
            Geometry degrees = plane.degrees(where);
            findings.add(new CoverageFinding(kind, codes, degrees, LocalPlane.area(degrees), thin));
        }
    }

    private boolean isThin(Geometry part) {
        // an inscribed circle is never smaller than area by perimeter: most grids need no closer look
        return part.getArea() / part.getLength() < thinWidth / 2
                && shrunk(part, thinWidth).isEmpty();
    }

    /** The polygons of a difference, freed of hairlines: shrunk by half the noise width, grown back, cut to the original. */
    private List<Geometry> parts(Geometry difference) {
        List<Geometry> parts = new ArrayList<>();
        for (Object found : PolygonExtracter.getPolygons(difference)) {
            Polygon raw = (Polygon) found;
            if (raw.getArea() < noiseArea) {
                continue;
            }
            for (Object core : PolygonExtracter.getPolygons(shrunk(raw, noiseWidth))) {
                Geometry grown = mitred((Geometry) core, noiseWidth / 2 * 1.001);
                for (Object part :
                        PolygonExtracter.getPolygons(OverlayNGRobust.overlay(grown, raw, OverlayNG.INTERSECTION))) {
                    if (((Geometry) part).getArea() >= noiseArea) {
                        parts.add((Geometry) part);
                    }
                }
            }
        }
        return parts;
    }

    private static Geometry shrunk(Geometry geometry, double width) {
        return mitred(geometry, -width / 2);
    }

    private static Geometry mitred(Geometry geometry, double distance) {
        BufferParameters corners = new BufferParameters(4, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 5);
        return BufferOp.bufferOp(geometry, distance, corners);
    }

    /** The union without holes; hairline slits that let a hole out to the open are closed first. */
    private Geometry filled(Geometry union) {
        Geometry closed = mitred(mitred(union, noiseWidth / 2), -noiseWidth / 2);
        List<Geometry> shells = new ArrayList<>();
        for (Object found : PolygonExtracter.getPolygons(closed)) {
            shells.add(FACTORY.createPolygon(((Polygon) found).getExteriorRing()));
        }
        return OverlayNGRobust.union(shells);
    }

    private static Geometry sound(Geometry geometry) {
        return geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
    }
}
