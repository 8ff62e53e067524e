package org.gridsight.gisdata.format;

import java.io.EOFException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.crs.CrsRefused;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * GeoJSON, streamed: a collection, one feature or a bare geometry. Degrees of WGS 84 unless an old-style "crs" member or
 * the caller says otherwise. Nested property values are left out.
 */
final class GeoJsonReader {

    private static final Object NO_POSITION = new Object();

    private final FeatureIntake intake;
    private final String name;
    private final JsonParser json;
    private long row = 1;
    private int vertices;

    private GeoJsonReader(InputStream in, String name, FeatureIntake intake) {
        this.intake = intake;
        this.name = name;
        ReadLimits limits = intake.limits();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.rowChars())
                        .build())
                .build();
        this.json = factory.createParser(tools.jackson.core.ObjectReadContext.empty(), in);
    }

    static void read(InputStream in, String name, FeatureIntake intake) {
        GeoJsonReader reader = new GeoJsonReader(in, name, intake);
        try {
            reader.document();
        } catch (StreamConstraintsException e) {
            boolean depth = String.valueOf(e.getMessage()).contains("depth");
            throw new FileRefused(
                    depth ? FileRefused.Reason.TOO_DEEP : FileRefused.Reason.ROW_TOO_LONG,
                    reader.where(),
                    depth
                            ? "nested more than " + intake.limits().depth() + " deep"
                            : "a text or number is longer than allowed");
        } catch (JacksonException e) {
            throw reader.refused(e);
        }
        intake.foundCrs(Crs.of("WGS84"), "GeoJSON standard");
    }

    private void document() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw corrupt("a GeoJSON file is one object {...}");
        }
        String type = "";
        boolean collection = false;
        Parts single = new Parts();
        for (JsonToken token = json.nextToken(); token == JsonToken.PROPERTY_NAME; token = json.nextToken()) {
            String member = json.currentName();
            json.nextToken();
            if (member.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
                collection = true;
                features();
            } else if (member.equals("crs")) {
                namedCrs();
            } else if (member.equals("type")) {
                type = scalarText();
                single.type = type;
            } else {
                single.member(member);
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
            throw corrupt("there is more after the end of the object");
        }
        if (type.equals("Feature")) {
            single.take();
        } else if (!collection) {
            single.takeBareGeometry();
        }
    }

    private void features() {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                Parts parts = new Parts();
                vertices = 0;
                for (JsonToken token = json.nextToken(); token == JsonToken.PROPERTY_NAME; token = json.nextToken()) {
                    String member = json.currentName();
                    json.nextToken();
                    parts.member(member);
                }
                parts.take();
            } else {
                json.skipChildren();
                intake.fault(new RowFault(row, RowFault.Code.NO_GEOMETRY, "the entry is no feature"));
            }
            row++;
        }
    }

    /** The old "crs" member; x is east first here as everywhere. */
    private void namedCrs() {
        String found = "";
        int depth = 0;
        do {
            JsonToken token = json.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
                found = json.getString();
            }
        } while (depth > 0 && json.nextToken() != null);
        if (found.isEmpty() || intake.knowsCrs()) {
            return;
        }
        try {
            intake.foundCrs(Crs.of(found), "\"crs\" member");
        } catch (CrsRefused e) {
            throw new FileRefused(FileRefused.Reason.NO_CRS, name + ", /crs", String.valueOf(e.getMessage()));
        }
    }

    private GeometryShape geometry() {
        String type = "";
        Object coordinates = NO_POSITION;
        List<GeometryShape> members = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token == JsonToken.PROPERTY_NAME; token = json.nextToken()) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (member.equals("type")) {
                type = scalarText();
            } else if (member.equals("coordinates")) {
                coordinates = nested();
            } else if (member.equals("geometries") && value == JsonToken.START_ARRAY) {
                members.addAll(geometries());
            } else {
                json.skipChildren();
            }
        }
        return new GeometryShape(type, coordinates, members);
    }

    private List<GeometryShape> geometries() {
        List<GeometryShape> members = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                members.add(geometry());
            } else {
                json.skipChildren();
                members.add(new GeometryShape("null", NO_POSITION, List.of()));
            }
        }
        return members;
    }

    /** A position, a list of what lies inside, or {@link #NO_POSITION}. Depth is bounded by the parser. */
    private Object nested() {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return NO_POSITION;
        }
        JsonToken first = json.nextToken();
        if (first.isNumeric()) {
            return position();
        }
        List<Object> parts = new ArrayList<>();
        while (json.currentToken() != JsonToken.END_ARRAY) {
            Object part = nested();
            if (vertices <= intake.limits().vertices()) {
                parts.add(part);
            }
            json.nextToken();
        }
        return parts;
    }

    private Object position() {
        double x = json.getDoubleValue();
        double y = Double.NaN;
        int count = 1;
        boolean numbers = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            boolean number = json.currentToken().isNumeric();
            numbers &= number;
            if (!number) {
                json.skipChildren();
            } else if (count == 1) {
                y = json.getDoubleValue();
            }
            count++;
        }
        vertices++;
        return numbers && count >= 2 ? new Coordinate(x, y) : NO_POSITION;
    }

    private Map<String, Object> properties() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return values;
        }
        for (JsonToken token = json.nextToken(); token == JsonToken.PROPERTY_NAME; token = json.nextToken()) {
            String key = json.currentName();
            scalar(json.nextToken(), key, values);
        }
        return values;
    }

    private void scalar(JsonToken token, String key, Map<String, Object> values) {
        switch (token) {
            case VALUE_STRING -> values.put(key, json.getString());
            case VALUE_TRUE -> values.put(key, Boolean.TRUE);
            case VALUE_FALSE -> values.put(key, Boolean.FALSE);
            case VALUE_NUMBER_FLOAT -> values.put(key, json.getDoubleValue());
            case VALUE_NUMBER_INT -> values.put(key, integer());
            default -> json.skipChildren();
        }
    }

    /** Long, or the digits as text when they do not fit: codes of 20 digits occur. */
    private Object integer() {
        String digits = json.getString();
        return digits.length() <= 18 ? (Object) Long.valueOf(digits) : digits;
    }

    private String scalarText() {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        json.skipChildren();
        return "";
    }

    private FileRefused corrupt(String detail) {
        return new FileRefused(FileRefused.Reason.CORRUPT, where(), detail);
    }

    private FileRefused refused(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileRefused inner) {
                return inner;
            }
            if (cause instanceof EOFException || cause instanceof ZipException) {
                return new FileRefused(FileRefused.Reason.TRUNCATED, where(), "the packed data end too early");
            }
        }
        boolean end = e instanceof tools.jackson.core.exc.UnexpectedEndOfInputException;
        return new FileRefused(
                end ? FileRefused.Reason.TRUNCATED : FileRefused.Reason.CORRUPT,
                where(),
                end ? "the file ends too early" : "not valid JSON: " + e.getOriginalMessage());
    }

    private String where() {
        return name + ", line " + json.currentLocation().getLineNr() + ", feature " + row;
    }

    /** The members of a feature as they come, in any order. */
    private final class Parts {

        private String type = "";
        private Optional<GeometryShape> shape = Optional.empty();
        private Object coordinates = NO_POSITION;
        private List<GeometryShape> members = List.of();
        private Map<String, Object> attributes = new LinkedHashMap<>();

        void member(String member) {
            JsonToken value = json.currentToken();
            switch (member) {
                case "geometry" -> {
                    if (value == JsonToken.START_OBJECT) {
                        shape = Optional.of(geometry());
                    } else {
                        json.skipChildren();
                    }
                }
                case "properties" -> {
                    Map<String, Object> id = attributes;
                    attributes = properties();
                    id.forEach(attributes::putIfAbsent);
                }
                case "id" -> {
                    if (!attributes.containsKey("id")) {
                        scalar(value, "id", attributes);
                    }
                }
                case "coordinates" -> coordinates = nested();
                case "geometries" -> members = value == JsonToken.START_ARRAY ? geometries() : List.of();
                default -> json.skipChildren();
            }
        }

        void take() {
            if (shape.isEmpty()) {
                intake.fault(new RowFault(row, RowFault.Code.NO_GEOMETRY, "the feature has no geometry"));
                return;
            }
            try {
                GeometryCheck.vertices(vertices, intake.limits().vertices());
                intake.add(row, shape.get().build(), attributes);
            } catch (BadGeometry e) {
                intake.fault(e.at(row));
            }
        }

        void takeBareGeometry() {
            shape = Optional.of(new GeometryShape(type, coordinates, members));
            attributes.clear();
            take();
        }
    }
}
