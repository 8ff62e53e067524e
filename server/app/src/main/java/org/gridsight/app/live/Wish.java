package org.gridsight.app.live;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.spatial.Box;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A frame from a client, checked.
 *
 * @param viewport whether only the box is to change; streams, positions, cameras and resume then say nothing
 */
record Wish(
        boolean viewport,
        Set<LiveStream> streams,
        boolean positions,
        boolean cameras,
        Optional<Box> box,
        Optional<Position> resume) {

    static Wish parse(String frame, JsonMapper json) {
        JsonNode tree = read(frame, json);
        String op = tree.path("op").asString("");
        Optional<Box> box = box(tree.path("bbox"));
        return switch (op) {
            case "viewport" -> new Wish(true, Set.of(), false, false, box, Optional.empty());
            case "subscribe" ->
                new Wish(
                        false,
                        streams(tree.path("streams")),
                        tree.path("positions").asBoolean(false),
                        tree.path("cameras").asBoolean(false),
                        box,
                        resume(tree.path("resume")));
            default -> throw new Rejected(LiveReason.UNKNOWN_OP, shortened(op));
        };
    }

    private static JsonNode read(String frame, JsonMapper json) {
        try {
            JsonNode tree = json.readTree(frame);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException fault) {
            TokenStreamLocation place = fault.getLocation();
            throw new Rejected(LiveReason.MALFORMED, place == null ? "JSON" : "JSON " + place.offsetDescription());
        }
        throw new Rejected(LiveReason.MALFORMED, "no JSON object");
    }

    private static Set<LiveStream> streams(JsonNode names) {
        if (names.isMissingNode() || names.isNull()) {
            return Set.of();
        }
        if (!names.isArray()) {
            throw unknownStream(names.toString());
        }
        Set<LiveStream> streams = EnumSet.noneOf(LiveStream.class);
        for (JsonNode name : names) {
            streams.add(stream(name.asString("")));
        }
        return streams;
    }

    static LiveStream stream(String name) {
        return LiveStream.parse(name).orElseThrow(() -> unknownStream(name));
    }

    private static Rejected unknownStream(String name) {
        String allowed =
                Stream.of(LiveStream.values()).map(LiveStream::wireName).collect(Collectors.joining(", "));
        return new Rejected(LiveReason.UNKNOWN_STREAM, shortened(name), allowed);
    }

    private static Optional<Box> box(JsonNode box) {
        if (box.isMissingNode() || box.isNull()) {
            return Optional.empty();
        }
        if (!box.isArray() || box.size() != 4 || !box.valueStream().allMatch(JsonNode::isNumber)) {
            throw new Rejected(LiveReason.BAD_BOX, shortened(box.toString()));
        }
        return Optional.of(box(
                box.path(0).asDouble(),
                box.path(1).asDouble(),
                box.path(2).asDouble(),
                box.path(3).asDouble(),
                box.toString()));
    }

    static Box box(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 4) {
                return box(
                        Double.parseDouble(parts[0]),
                        Double.parseDouble(parts[1]),
                        Double.parseDouble(parts[2]),
                        Double.parseDouble(parts[3]),
                        text);
            }
        } catch (NumberFormatException fault) {
            throw (Rejected) new Rejected(LiveReason.BAD_BOX, shortened(text)).initCause(fault);
        }
        throw new Rejected(LiveReason.BAD_BOX, shortened(text));
    }

    private static Box box(double west, double south, double east, double north, String text) {
        if (!(west <= east && south <= north) || Double.isInfinite(east - west) || Double.isInfinite(north - south)) {
            throw new Rejected(LiveReason.BAD_BOX, shortened(text));
        }
        return new Box(west, south, east, north);
    }

    private static Optional<Position> resume(JsonNode resume) {
        if (resume.isMissingNode() || resume.isNull()) {
            return Optional.empty();
        }
        JsonNode offset = resume.path("offset");
        if (!resume.path("epoch").isString()
                || !offset.isIntegralNumber()
                || !offset.canConvertToLong()
                || offset.asLong() < 0) {
            throw new Rejected(LiveReason.BAD_RESUME);
        }
        return Optional.of(new Position(resume.path("epoch").asString(), offset.asLong()));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
