package org.gridsight.gisdata.format;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gridsight.gisdata.crs.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/**
 * KML placemarks, streamed, namespace prefix or not. A document type or an entity of its own is refused unread. Heights,
 * styles, links and tours are ignored; nothing is ever fetched.
 */
final class KmlReader {

    /** Characters of one written position, generously. */
    private static final int POSITION_CHARS = 80;

    private final FeatureIntake intake;
    private final String name;
    private final XMLStreamReader xml;
    private int depth;
    private long row;
    private int vertices;

    private KmlReader(InputStream in, String name, FeatureIntake intake) throws XMLStreamException {
        this.intake = intake;
        this.name = name;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        this.xml = factory.createXMLStreamReader(in);
    }

    static void read(InputStream in, String name, FeatureIntake intake) {
        try {
            KmlReader reader = new KmlReader(in, name, intake);
            try {
                reader.document();
            } catch (XMLStreamException e) {
                throw reader.refused(e);
            }
        } catch (XMLStreamException e) {
            throw new FileRefused(FileRefused.Reason.CORRUPT, name, "not valid XML");
        }
        intake.foundCrs(Crs.of("WGS84"), "KML standard");
    }

    private void document() throws XMLStreamException {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            if (xml.isStartElement() && xml.getLocalName().equals("Placemark")) {
                placemark();
            }
        }
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            if (depth > intake.limits().depth()) {
                throw new FileRefused(
                        FileRefused.Reason.TOO_DEEP,
                        where(),
                        "nested more than " + intake.limits().depth() + " deep");
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new FileRefused(
                    FileRefused.Reason.FORBIDDEN, where(), "a document type or entity is not taken in KML");
        }
        return event;
    }

    private void placemark() throws XMLStreamException {
        row++;
        vertices = 0;
        int outside = depth - 1;
        Map<String, Object> attributes = new LinkedHashMap<>();
        Optional<Geometry> geometry = Optional.empty();
        Optional<BadGeometry> bad = Optional.empty();
        String dataName = "";
        while (depth > outside) {
            if (next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = xml.getLocalName();
            try {
                switch (element) {
                    case "name", "description" -> put(attributes, element, text());
                    case "Data" -> dataName = attribute();
                    case "value" -> put(attributes, dataName, text());
                    case "SimpleData" -> put(attributes, attribute(), text());
                    case "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry" ->
                        geometry = Optional.of(geometry(element));
                    default -> {}
                }
            } catch (BadGeometry e) {
                bad = Optional.of(e);
                leave(outside);
            }
        }
        if (bad.isPresent()) {
            intake.fault(bad.get().at(row));
        } else if (geometry.isEmpty()) {
            intake.fault(new RowFault(row, RowFault.Code.NO_GEOMETRY, "the placemark has no geometry"));
        } else {
            intake.add(row, geometry.get(), attributes);
        }
    }

    private void leave(int outside) throws XMLStreamException {
        while (depth > outside) {
            next();
        }
    }

    private static void put(Map<String, Object> attributes, String key, String value) {
        if (!key.isEmpty() && !value.isBlank()) {
            attributes.putIfAbsent(key, value.strip());
        }
    }

    private String attribute() {
        String value = xml.getAttributeValue(null, "name");
        return value == null ? "" : value;
    }

    /** The element just opened, up to its end. */
    private Geometry geometry(String element) throws XMLStreamException, BadGeometry {
        int outside = depth - 1;
        List<Geometry> members = new ArrayList<>();
        List<Coordinate[]> lines = new ArrayList<>();
        while (depth > outside) {
            if (next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "coordinates" -> lines.add(coordinates());
                case "Point", "LineString", "Polygon", "MultiGeometry" -> members.add(geometry(xml.getLocalName()));
                default -> {}
            }
        }
        if (element.equals("MultiGeometry")) {
            return GeometryCheck.FACTORY.buildGeometry(members);
        }
        if (lines.isEmpty() || lines.get(0).length == 0) {
            throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "a " + element + " has no coordinates");
        }
        return switch (element) {
            case "Point" -> GeometryCheck.FACTORY.createPoint(lines.get(0)[0]);
            case "Polygon" -> polygon(lines);
            case "LinearRing" -> GeometryCheck.FACTORY.createPolygon(GeometryCheck.ring(lines.get(0)));
            default -> line(lines.get(0));
        };
    }

    private static Geometry line(Coordinate[] points) throws BadGeometry {
        if (points.length < 2) {
            throw new BadGeometry(RowFault.Code.INVALID, "a line needs at least 2 points");
        }
        return GeometryCheck.FACTORY.createLineString(points);
    }

    /** KML puts the outer boundary first. */
    private static Geometry polygon(List<Coordinate[]> rings) throws BadGeometry {
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] hole : rings.subList(1, rings.size())) {
            holes.add(GeometryCheck.ring(hole));
        }
        return GeometryCheck.FACTORY.createPolygon(GeometryCheck.ring(rings.get(0)), holes.toArray(LinearRing[]::new));
    }

    private Coordinate[] coordinates() throws XMLStreamException, BadGeometry {
        String text = text((long) intake.limits().vertices() * POSITION_CHARS);
        List<Coordinate> points = new ArrayList<>();
        for (String position : text.strip().split("\\s+")) {
            if (position.isEmpty()) {
                continue;
            }
            String[] values = position.split(",");
            GeometryCheck.vertices(++vertices, intake.limits().vertices());
            try {
                Coordinate point = new Coordinate(Double.parseDouble(values[0]), Double.parseDouble(values[1]));
                GeometryCheck.finite(point);
                points.add(point);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                String shown = position.length() > 40 ? position.substring(0, 40) + "..." : position;
                throw new BadGeometry(RowFault.Code.NUMBER, "no position lon,lat: \"" + shown + "\"");
            }
        }
        return points.toArray(Coordinate[]::new);
    }

    private String text() throws XMLStreamException {
        return text(intake.limits().rowChars());
    }

    private String text(long most) throws XMLStreamException {
        int outside = depth - 1;
        StringBuilder text = new StringBuilder();
        while (depth > outside) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (text.length() > most) {
                    throw new FileRefused(FileRefused.Reason.ROW_TOO_LONG, where(), "a text is longer than allowed");
                }
            }
        }
        return text.toString();
    }

    private FileRefused refused(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileRefused inner) {
                return inner;
            }
        }
        return new FileRefused(FileRefused.Reason.CORRUPT, where(), "not valid XML, or the file ends too early");
    }

    private String where() {
        return name + ", line " + xml.getLocation().getLineNumber() + ", placemark " + row;
    }
}
