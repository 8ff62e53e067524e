package org.gridsight.app.live;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import org.apache.tomcat.websocket.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** A WebSocket as a line. Uses the container's asynchronous sending, because Spring's waits inside {@code send}. */
final class SocketLine implements Line {

    private static final Logger log = LoggerFactory.getLogger(SocketLine.class);

    private static final Long CLOSING_MILLIS = 1_000L;

    private final WebSocketSession session;
    private final RemoteEndpoint.Async remote;

    SocketLine(WebSocketSession session) {
        this.session = session;
        Session container = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        if (container == null) {
            throw new IllegalStateException("the web server has no Jakarta WebSocket session");
        }
        // the closing frame is the only one that waits
        container.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, CLOSING_MILLIS);
        this.remote = container.getAsyncRemote();
        // the connection itself watches for stalls
        remote.setSendTimeout(-1);
    }

    @Override
    public void send(String frame, Outcome outcome) {
        try {
            remote.sendText(frame, result -> outcome.sent(result.isOK()));
        } catch (IllegalStateException | IllegalArgumentException closed) {
            log.debug("the socket has closed before a frame", closed);
            outcome.sent(false);
        }
    }

    @Override
    public void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException gone) {
            log.debug("the socket has gone before its end", gone);
        }
    }
}
