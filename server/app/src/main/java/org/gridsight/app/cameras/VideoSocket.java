package org.gridsight.app.cameras;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.app.kernel.Rejected;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The door of {@code /media/cameras/<id>/live}: pictures out, nothing in. */
@Component
class VideoSocket extends AbstractWebSocketHandler {

    static final String TICKET = "gridsight.ticket";
    /** What is wanted of the camera. */
    static final String WISHES = "gridsight.wishes";

    private static final int LARGEST_FRAME_BYTES = 1024;

    /**
     * What is wanted beside the pictures.
     *
     * @param sub the smaller stream in place of the camera's own
     * @param reasons texts that say why no picture comes; whoever does not ask hears of the format first, always
     */
    record Wishes(boolean sub, boolean reasons) {}

    private final Map<String, VideoLine> lines = new ConcurrentHashMap<>();
    private final LiveStreams streams;
    private final VideoLines open;
    private final JsonMapper json;

    VideoSocket(LiveStreams streams, VideoLines open, JsonMapper json) {
        this.streams = streams;
        this.open = open;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST_FRAME_BYTES);
        session.setBinaryMessageSizeLimit(LARGEST_FRAME_BYTES);
        Map<String, Object> given = session.getAttributes();
        StreamTicket ticket = Objects.requireNonNull((StreamTicket) given.get(TICKET), "admitted without a ticket");
        Wishes wishes = Objects.requireNonNull((Wishes) given.get(WISHES), "admitted without wishes");
        VideoLine line = new VideoLine(session, ticket, VideoLine.Watched.LIVE, json, open);
        // before it can be ended by anybody, so that its end finds it
        lines.put(session.getId(), line);
        if (!open.add(line)) {
            line.close(VideoLines.TOO_MANY);
            return;
        }
        try {
            line.open(streams, wishes);
        } catch (Rejected refusal) {
            open.refuse(line, refusal);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        VideoLine line = lines.remove(session.getId());
        if (line != null) {
            open.gone(line, "closed");
        }
    }
}
