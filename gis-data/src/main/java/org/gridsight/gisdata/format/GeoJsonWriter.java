package org.gridsight.gisdata.format;

import java.io.OutputStream;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** GeoJSON as RFC 7946 wants it: degrees, longitude first, outer rings counter-clockwise; rounded to 1e-9 degrees. */
final class GeoJsonWriter {

    private static final double PLACES = 1e9;

    private final JsonGenerator json;

    private GeoJsonWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(Layer layer, OutputStream out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            GeoJsonWriter writer = new GeoJsonWriter(json);
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("name", layer.name());
            json.writeName("features");
            json.writeStartArray();
            layer.features().forEach(writer::feature);
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void feature(Feature feature) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeName("properties");
        json.writeStartObject();
        for (Map.Entry<String, Object> entry : feature.attributes().entrySet()) {
            json.writeName(entry.getKey());
            value(entry.getValue());
        }
        json.writeEndObject();
        json.writeName("geometry");
        geometry(feature.geometry());
        json.writeEndObject();
    }

    private void value(Object value) {
        if (value instanceof Boolean logical) {
            json.writeBoolean(logical);
        } else if (value instanceof Double || value instanceof Float) {
            json.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    private void geometry(Geometry geometry) {
        json.writeStartObject();
        String type = geometry instanceof LinearRing ? "LineString" : geometry.getGeometryType();
        json.writeStringProperty("type", type);
        json.writeName(type.equals("GeometryCollection") ? "geometries" : "coordinates");
        if (geometry instanceof GeometryCollection members) {
            json.writeStartArray();
            for (int i = 0; i < members.getNumGeometries(); i++) {
                if (type.equals("GeometryCollection")) {
                    geometry(members.getGeometryN(i));
                } else {
                    coordinates(members.getGeometryN(i));
                }
            }
            json.writeEndArray();
        } else {
            coordinates(geometry);
        }
        json.writeEndObject();
    }

    private void coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            position(point.getCoordinate());
        } else if (geometry instanceof Polygon polygon) {
            json.writeStartArray();
            line(turned(polygon.getExteriorRing(), true));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                line(turned(polygon.getInteriorRingN(i), false));
            }
            json.writeEndArray();
        } else {
            line((LineString) geometry);
        }
    }

    private static LineString turned(LinearRing ring, boolean counterClockwise) {
        return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise ? ring : ring.reverse();
    }

    private void line(LineString line) {
        json.writeStartArray();
        for (Coordinate point : line.getCoordinates()) {
            position(point);
        }
        json.writeEndArray();
    }

    private void position(Coordinate point) {
        json.writeStartArray();
        json.writeNumber(Math.rint(point.x * PLACES) / PLACES);
        json.writeNumber(Math.rint(point.y * PLACES) / PLACES);
        json.writeEndArray();
    }
}
