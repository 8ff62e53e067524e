package org.gridsight.gisdata.demo;

import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** How many metres of border each two pieces of a clean coverage share; 0 = not neighbours. */
final class SharedBorders {

    private final double[][] metres;

    SharedBorders(Polygon[] pieces) {
        this.metres = new double[pieces.length][pieces.length];
        Map<LineSegment, Integer> first = new HashMap<>();
        for (int piece = 0; piece < pieces.length; piece++) {
            collect(pieces[piece].getExteriorRing(), piece, first);
            for (int hole = 0; hole < pieces[piece].getNumInteriorRing(); hole++) {
                collect(pieces[piece].getInteriorRingN(hole), piece, first);
            }
        }
    }

    double between(int one, int other) {
        return metres[one][other];
    }

    private void collect(LinearRing ring, int piece, Map<LineSegment, Integer> first) {
        Coordinate[] line = ring.getCoordinates();
        for (int i = 0; i + 1 < line.length; i++) {
            LineSegment edge = new LineSegment(line[i], line[i + 1]);
            edge.normalize();
            Integer other = first.putIfAbsent(edge, piece);
            if (other != null && other != piece) {
                metres[piece][other] += edge.getLength();
                metres[other][piece] += edge.getLength();
            }
        }
    }
}
