package org.gridsight.app.live;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.StreamSnapshot;
import org.gridsight.app.live.StreamTables.Stamped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prepares the texts of numbered entries once for all viewers, and reads those that other nodes have numbered. */
@Component
class EntryReader {

    /** What a wall display never shows: words and places that could name a person. */
    private static final List<String> PERSONAL =
            List.of("description", "address", "reporter", "workers", "workerName", "owner", "note");

    /** Written by people too, but a map needs one: the room says what stands for it. */
    private static final String TITLE = "title";

    private final StreamTables tables;
    private final JsonMapper json;
    private final Map<LiveStream, StreamSnapshot> rooms = new EnumMap<>(LiveStream.class);

    EntryReader(StreamTables tables, JsonMapper json, List<StreamSnapshot> snapshots) {
        this.tables = tables;
        this.json = json;
        snapshots.forEach(snapshot -> rooms.put(snapshot.stream(), snapshot));
    }

    List<LogEntry> after(long offset, int limit) {
        return tables.after(offset, limit).stream().map(this::prepare).toList();
    }

    LogEntry prepare(Stamped stamped) {
        Change change = stamped.change();
        String head = ",\"stream\":\"" + change.stream().wireName() + "\",\"id\":"
                + json.writeValueAsString(change.subject()) + ",\"version\":" + change.version() + ",\"feature\":";
        return new LogEntry(
                stamped.offset(), change, stamped.former(), head, feature -> forWall(change.stream(), feature));
    }

    private String forWall(LiveStream stream, String feature) {
        JsonNode tree = json.readTree(feature);
        blank(stream, tree.path("properties"));
        return json.writeValueAsString(tree);
    }

    /** The same feature without what a wall display never shows. */
    MapFeature forWall(LiveStream stream, MapFeature feature) {
        JsonNode properties = json.valueToTree(feature.properties());
        blank(stream, properties);
        return new MapFeature(feature.id(), feature.geometry(), properties);
    }

    private void blank(LiveStream stream, JsonNode properties) {
        if (properties instanceof ObjectNode object) {
            PERSONAL.stream().filter(object::has).forEach(name -> {
                if (object.path(name).isArray()) {
                    object.putArray(name);
                } else {
                    object.putNull(name);
                }
            });
            if (object.has(TITLE)) {
                object.put(TITLE, wallTitle(stream, object));
            }
        }
    }

    private @Nullable String wallTitle(LiveStream stream, ObjectNode object) {
        return Optional.ofNullable(rooms.get(stream))
                .flatMap(room -> room.wallTitle(name -> object.path(name).asString("")))
                .orElse(null);
    }
}
