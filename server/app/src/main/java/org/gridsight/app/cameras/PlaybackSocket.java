package org.gridsight.app.cameras;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.gridsight.media.gb28181.StreamRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door of {@code /media/cameras/<id>/playback}: pictures of a device's recording out, and what the person wants of them
 * in: {@code {"op":"pause|play|speed|seek","value"?,"at"?}}.
 */
@Component
class PlaybackSocket extends AbstractWebSocketHandler {

    /** The span that is wanted. */
    static final String SPAN = "gridsight.span";

    private static final int LARGEST_FRAME_BYTES = 1024;
    private static final Set<Double> SPEEDS = Set.of(0.5, 1.0, 2.0, 4.0, 8.0);
    /** Nobody presses faster; the device need not hear more. */
    private static final int WISHES_A_SECOND = 10;

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Footage footage;
    private final VideoLines open;
    private final JsonMapper json;

    PlaybackSocket(Footage footage, VideoLines open, JsonMapper json) {
        this.footage = footage;
        this.open = open;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST_FRAME_BYTES);
        session.setBinaryMessageSizeLimit(LARGEST_FRAME_BYTES);
        Map<String, Object> given = session.getAttributes();
        StreamTicket ticket =
                Objects.requireNonNull((StreamTicket) given.get(VideoSocket.TICKET), "admitted without a ticket");
        StreamRequest.Span span = Objects.requireNonNull((StreamRequest.Span) given.get(SPAN), "without a span");
        VideoLine.Watched watched = new VideoLine.Watched(
                "playback",
                Map.of("from", span.from().toString(), "to", span.to().toString()));
        VideoLine line = new VideoLine(session, ticket, watched, json, open);
        Winding winding = new Winding(
                span,
                part -> footage.recorded(ticket, part),
                told -> line.say(json.writeValueAsString(told)),
                line::wake);
        // before it can be ended by anybody, so that its end finds it
        lines.put(session.getId(), new Line(line, winding));
        if (!open.add(line)) {
            line.close(VideoLines.TOO_MANY);
            return;
        }
        // masks may have come since the ticket was checked; those that come from now on end it
        if (!footage.seesRawNow(ticket)) {
            open.masked(line);
            return;
        }
        line.show(winding);
        winding.begin();
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        Line line = lines.get(session.getId());
        if (line != null && line.mayWish()) {
            try {
                obey(line.winding, json.readTree(message.getPayload()));
            } catch (JacksonException | DateTimeParseException notOurs) {
                line.line.close(CloseStatus.BAD_DATA);
            }
        }
    }

    private static void obey(Winding winding, JsonNode wish) {
        switch (wish.path("op").asString("")) {
            case "pause" -> winding.pause();
            case "play" -> winding.resume();
            case "seek" -> winding.seek(Instant.parse(wish.path("at").asString("")));
            case "speed" -> {
                double speed = wish.path("value").asDouble(0);
                if (SPEEDS.contains(speed)) {
                    winding.setSpeed(speed);
                }
            }
            default -> {
                // a later page may know more
            }
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Line line = lines.remove(session.getId());
        if (line != null) {
            open.gone(line.line, "closed");
        }
    }

    /** One connection; its messages come one after the other. */
    private static final class Line {

        private final VideoLine line;
        private final Winding winding;
        private long second;
        private int wishes;

        Line(VideoLine line, Winding winding) {
            this.line = line;
            this.winding = winding;
        }

        boolean mayWish() {
            long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
            wishes = now == second ? wishes + 1 : 1;
            second = now;
            return wishes <= WISHES_A_SECOND;
        }
    }
}
