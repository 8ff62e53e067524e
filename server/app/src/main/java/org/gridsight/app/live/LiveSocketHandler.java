package org.gridsight.app.live;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Standing;
import org.gridsight.app.kernel.Rejected;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The door of {@code /live}: frames in. A bad frame is answered, a flood of frames ends the socket. */
@Component
class LiveSocketHandler extends TextWebSocketHandler implements SubProtocolCapable {

    static final String STANDING = "gridsight.standing";

    private static final int LARGEST_FRAME_BYTES = 64 * 1024;

    private record Door(Connection connection, CurrentUser user, FrameBudget budget) {}

    private final Map<String, Door> doors = new ConcurrentHashMap<>();
    private final Connections connections;
    private final Watching watching;
    private final JsonMapper json;

    LiveSocketHandler(Connections connections, Watching watching, JsonMapper json) {
        this.connections = connections;
        this.watching = watching;
        this.json = json;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of("gridsight.v1.json");
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST_FRAME_BYTES);
        Standing standing =
                Objects.requireNonNull((Standing) session.getAttributes().get(STANDING), "admitted without a sign-in");
        Connection connection = connections.open(standing, new SocketLine(session));
        doors.put(session.getId(), new Door(connection, standing.user(), new FrameBudget(System.nanoTime())));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        Door door = doors.get(session.getId());
        if (door == null) {
            return;
        }
        if (!door.budget().take(System.nanoTime())) {
            door.connection().close(CloseStatus.POLICY_VIOLATION.withReason("too many frames"));
            return;
        }
        try {
            grant(Wish.parse(message.getPayload(), json), door);
        } catch (Rejected refusal) {
            door.connection().request(viewer -> viewer.refuse(refusal));
        }
    }

    private void grant(Wish wish, Door door) {
        if (wish.viewport()) {
            door.connection().request(viewer -> viewer.look(wish.box()));
        } else {
            watching.begin(door.user(), wish.positions() && door.user().seesWherePeopleAre());
            Subscription wanted = new Subscription(
                    wish.streams(), wish.positions(), wish.cameras(), wish.box(), Subscription.Eyes.of(door.user()));
            door.connection().subscribe(wanted, wish.resume());
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Door door = doors.remove(session.getId());
        if (door != null) {
            connections.ended(door.connection());
        }
    }
}
