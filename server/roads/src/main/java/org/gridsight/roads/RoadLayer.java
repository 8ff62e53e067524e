package org.gridsight.roads;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * A layer of roads as an OpenStreetMap document, so that a town's own layer and an extract take the same way into the
 * network. Roads are cut where they cross or touch: a layer knows no bridges, so a bridge counts as a junction.
 */
final class RoadLayer {

    /** Places closer than this, about a centimetre, are one junction. */
    private static final PrecisionModel GRID = new PrecisionModel(1e7);

    private final Map<Coordinate, Integer> nodes = new LinkedHashMap<>();
    private final List<SegmentString> ways;

    RoadLayer(List<Road> roads) {
        ways = cutAtJunctions(roads);
    }

    private static List<SegmentString> cutAtJunctions(List<Road> roads) {
        List<SegmentString> courses = new ArrayList<>();
        for (Road road : roads) {
            Coordinate[] course = road.course().stream().map(RoadLayer::onGrid).toArray(Coordinate[]::new);
            courses.add(new NodedSegmentString(course, road.main()));
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(GRID);
        noder.computeNodes(courses);
        List<SegmentString> cut = new ArrayList<>();
        for (Object piece : noder.getNodedSubstrings()) {
            cut.add((SegmentString) piece);
        }
        return cut;
    }

    private static Coordinate onGrid(LngLat place) {
        return new Coordinate(GRID.makePrecise(place.lng()), GRID.makePrecise(place.lat()));
    }

    void writeTo(Path file) throws IOException {
        ways.forEach(this::nameNodes);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"GridSight\">\n");
            for (Map.Entry<Coordinate, Integer> node : nodes.entrySet()) {
                Coordinate at = node.getKey();
                out.write(String.format(
                        Locale.ROOT, "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\"/>%n", node.getValue(), at.y, at.x));
            }
            for (int i = 0; i < ways.size(); i++) {
                writeWay(out, i + 1, ways.get(i));
            }
            out.write("</osm>\n");
        }
    }

    private void nameNodes(SegmentString way) {
        for (Coordinate vertex : way.getCoordinates()) {
            nodes.putIfAbsent(vertex, nodes.size() + 1);
        }
    }

    private void writeWay(BufferedWriter out, int id, SegmentString way) throws IOException {
        out.write("<way id=\"" + id + "\">");
        for (Coordinate vertex : way.getCoordinates()) {
            out.write("<nd ref=\"" + nodes.get(vertex) + "\"/>");
        }
        String kind = Boolean.TRUE.equals(way.getData()) ? "tertiary" : "unclassified";
        out.write("<tag k=\"highway\" v=\"" + kind + "\"/></way>\n");
    }
}
