package org.gridsight.app.live;

import java.util.List;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.live.StreamTables.Stamped;
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

    private final StreamTables tables;
    private final JsonMapper json;

    EntryReader(StreamTables tables, JsonMapper json) {
        this.tables = tables;
        this.json = json;
    }

    List<LogEntry> after(long offset, int limit) {
        return tables.after(offset, limit).stream().map(this::prepare).toList();
    }

    LogEntry prepare(Stamped stamped) {
        Change change = stamped.change();
        String head = ",\"stream\":\"" + change.stream().wireName() + "\",\"id\":"
                + json.writeValueAsString(change.subject()) + ",\"version\":" + change.version() + ",\"feature\":";
        return new LogEntry(stamped.offset(), change, stamped.former(), head, this::forWall);
    }

    private String forWall(String feature) {
        if (PERSONAL.stream().noneMatch(name -> feature.contains('"' + name + '"'))) {
            return feature;
        }
        JsonNode tree = json.readTree(feature);
        blank(tree.path("properties"));
        return json.writeValueAsString(tree);
    }

    /** The same feature without what a wall display never shows. */
    MapFeature forWall(MapFeature feature) {
        JsonNode properties = json.valueToTree(feature.properties());
        blank(properties);
        return new MapFeature(feature.id(), feature.geometry(), properties);
    }

    private static void blank(JsonNode properties) {
        if (properties instanceof ObjectNode object) {
            PERSONAL.stream().filter(object::has).forEach(name -> {
                if (object.path(name).isArray()) {
                    object.putArray(name);
                } else {
                    object.putNull(name);
                }
            });
        }
    }
}
