package org.gridsight.gisdata.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** KML 2.2 placemarks; attributes go into ExtendedData, except name. Characters XML cannot hold are dropped. */
final class KmlWriter {

    private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

    private final XMLStreamWriter xml;

    private KmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(Layer layer, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            KmlWriter writer = new KmlWriter(xml);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("Document");
            writer.element("name", layer.name());
            for (Feature feature : layer.features()) {
                writer.placemark(feature);
            }
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void placemark(Feature feature) throws XMLStreamException {
        xml.writeStartElement("Placemark");
        Object name = feature.attributes().get("name");
        if (name != null) {
            element("name", String.valueOf(name));
        }
        xml.writeStartElement("ExtendedData");
        for (Map.Entry<String, Object> entry : feature.attributes().entrySet()) {
            xml.writeStartElement("Data");
            xml.writeAttribute("name", clean(entry.getKey()));
            element("value", String.valueOf(entry.getValue()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        geometry(feature.geometry());
        xml.writeEndElement();
    }

    private void geometry(Geometry geometry) throws XMLStreamException {
        if (geometry.getGeometryType().startsWith("Multi")
                || geometry.getGeometryType().equals("GeometryCollection")) {
            xml.writeStartElement("MultiGeometry");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                geometry(geometry.getGeometryN(i));
            }
            xml.writeEndElement();
        } else if (geometry instanceof Polygon polygon) {
            xml.writeStartElement("Polygon");
            ring("outerBoundaryIs", polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring("innerBoundaryIs", polygon.getInteriorRingN(i));
            }
            xml.writeEndElement();
        } else {
            xml.writeStartElement(geometry.getNumPoints() == 1 ? "Point" : "LineString");
            coordinates(geometry);
            xml.writeEndElement();
        }
    }

    private void ring(String role, LinearRing ring) throws XMLStreamException {
        xml.writeStartElement(role);
        xml.writeStartElement("LinearRing");
        coordinates(ring);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void coordinates(Geometry line) throws XMLStreamException {
        element(
                "coordinates",
                Stream.of(line.getCoordinates())
                        .map(point -> point.x + "," + point.y)
                        .collect(Collectors.joining(" ")));
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String clean(String text) {
        return text.codePoints()
                .filter(c ->
                        c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
