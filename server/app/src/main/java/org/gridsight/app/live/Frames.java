package org.gridsight.app.live;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridsight.app.kernel.Rejected;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The frames the server sends, as text. */
@Component
class Frames {

    private final JsonMapper json;
    private final Clock clock;

    Frames(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    String subscribed(Position position) {
        return write("subscribed", "epoch", position.epoch(), "offset", position.offset());
    }

    String snapshotRequired(String epoch, String reason) {
        return write("snapshotRequired", "epoch", epoch, "reason", reason);
    }

    String heartbeat(long offset, Instant time) {
        return write("heartbeat", "offset", offset, "time", time);
    }

    String positions(PositionBoard.News news) {
        Instant at = clock.instant();
        return news.gone().isEmpty()
                ? write("positions", "at", at, "items", news.items())
                : write("positions", "at", at, "items", news.items(), "gone", news.gone());
    }

    String cameras(StatusBoard.News news) {
        return write("cameras", "at", clock.instant(), "items", news.items());
    }

    String error(Rejected refusal) {
        return write("error", "code", refusal.reason().code(), "detail", refusal.detail());
    }

    /** The shared text of the entry with this subscription's own numbers around it. */
    static String change(LogEntry entry, long prev, Subscription viewer, Subscription.Sight sight) {
        String feature = sight == Subscription.Sight.GONE
                ? "null"
                : viewer.eyes().wall() ? entry.wallFeature() : entry.feature();
        return "{\"op\":\"change\",\"offset\":" + entry.offset() + ",\"prev\":" + prev + entry.head() + feature + '}';
    }

    private String write(String op, Object... members) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("op", op);
        for (int i = 0; i < members.length; i += 2) {
            frame.put((String) members[i], members[i + 1]);
        }
        return json.writeValueAsString(frame);
    }
}
