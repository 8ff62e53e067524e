package org.gridsight.app.live;

import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.Standing;
import org.gridsight.app.access.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Hangs {@code /live} into the web server: signed in, from our own pages or from listed origins. */
@Configuration
@EnableWebSocket
class LiveSetup implements WebSocketConfigurer {

    private final LiveSocketHandler handler;
    private final Standings standings;
    private final LiveSettings settings;

    LiveSetup(LiveSocketHandler handler, Standings standings, LiveSettings settings) {
        this.handler = handler;
        this.standings = standings;
        this.settings = settings;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        // without listed origins Spring still takes the same origin, and clients that send none
        registry.addHandler(handler, "/live")
                .setAllowedOrigins(settings.allowedOrigins().toArray(String[]::new))
                .addInterceptors(new Admission());
    }

    /** Keeps the sign-in of the handshake, which the socket stands on from then on. */
    private final class Admission implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler target,
                Map<String, Object> attributes) {
            Optional<Standing> standing = request instanceof ServletServerHttpRequest servlet
                    ? standings.of(servlet.getServletRequest())
                    : Optional.empty();
            standing.ifPresentOrElse(
                    found -> attributes.put(LiveSocketHandler.STANDING, found),
                    () -> response.setStatusCode(HttpStatus.UNAUTHORIZED));
            return standing.isPresent();
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler target,
                @Nullable Exception failure) {
            // nothing to take back
        }
    }
}
