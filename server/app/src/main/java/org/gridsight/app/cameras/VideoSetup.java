package org.gridsight.app.cameras;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.Standing;
import org.gridsight.app.access.Standings;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Hangs live and recorded pictures into the web server: only with a ticket of the one who calls. */
@Configuration
class VideoSetup implements WebSocketConfigurer {

    private static final String LIVE = "/media/cameras/*/live";
    private static final String PLAYBACK = "/media/cameras/*/playback";

    private final VideoSocket socket;
    private final PlaybackSocket playback;
    private final PlaybackDoor door;
    private final Tickets tickets;
    private final Standings standings;
    private final JsonMapper json;
    private final List<String> allowedOrigins;

    VideoSetup(
            VideoSocket socket,
            PlaybackSocket playback,
            PlaybackDoor door,
            Tickets tickets,
            Standings standings,
            JsonMapper json,
            @Value("${gridsight.live.allowed-origins:}") List<String> allowedOrigins) {
        this.socket = socket;
        this.playback = playback;
        this.door = door;
        this.tickets = tickets;
        this.standings = standings;
        this.json = json;
        this.allowedOrigins = List.copyOf(allowedOrigins);
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        add(registry, socket, LIVE, (ticket, uri, attributes) -> {
            if (!ticket.seesRaw() && ticket.camera().masks().isEmpty()) {
                throw new Rejected(CameraReason.MASKED);
            }
            boolean sub = "sub".equals(parameter(uri, "stream"));
            boolean reasons = "1".equals(parameter(uri, "reasons"));
            attributes.put(VideoSocket.WISHES, new VideoSocket.Wishes(sub, reasons));
        });
        add(
                registry,
                playback,
                PLAYBACK,
                (ticket, uri, attributes) -> attributes.put(PlaybackSocket.SPAN, door.admit(ticket, uri)));
    }

    private void add(WebSocketHandlerRegistry registry, WebSocketHandler handler, String path, Wish wish) {
        registry.addHandler(handler, path)
                .setHandshakeHandler(new WithoutExtensions())
                .setAllowedOrigins(allowedOrigins.toArray(String[]::new))
                .addInterceptors(new Admission(wish));
    }

    private static @Nullable String parameter(URI uri, String name) {
        return UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst(name);
    }

    /** What is asked beside the ticket: refused, or put down for the one who opens it. */
    @FunctionalInterface
    private interface Wish {
        void read(StreamTicket ticket, URI uri, Map<String, Object> attributes);
    }

    /** Video is packed already: compressing it again costs a core and saves nothing. */
    private static final class WithoutExtensions extends DefaultHandshakeHandler {

        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }

    /** Checks the ticket before the connection is upgraded, so that who has none gets an answer and no socket. */
    private final class Admission implements HandshakeInterceptor {

        private final Wish wish;

        Admission(Wish wish) {
            this.wish = wish;
        }

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler target,
                Map<String, Object> attributes) {
            try {
                StreamTicket ticket = ticketOf(request);
                wish.read(ticket, request.getURI(), attributes);
                attributes.put(VideoSocket.TICKET, ticket);
                return true;
            } catch (Rejected refusal) {
                refuse(request, response, refusal);
                return false;
            }
        }

        private StreamTicket ticketOf(ServerHttpRequest request) {
            Optional<Standing> standing = request instanceof ServletServerHttpRequest servlet
                    ? standings.of(servlet.getServletRequest())
                    : Optional.empty();
            URI uri = request.getURI();
            String ticket = parameter(uri, "ticket");
            String[] path = uri.getPath().split("/", -1);
            return tickets.check(
                    path[path.length - 2], ticket, standing.orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN)));
        }

        private void refuse(ServerHttpRequest request, ServerHttpResponse response, Rejected refusal) {
            Locale locale = request instanceof ServletServerHttpRequest servlet
                    ? servlet.getServletRequest().getLocale()
                    : Locale.ROOT;
            int status = refusal.reason().status();
            response.setStatusCode(HttpStatusCode.valueOf(status));
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            Map<String, Object> problem = Map.of(
                    "type", "urn:gridsight:problem:" + refusal.reason().code(),
                    "status", status,
                    "code", refusal.reason().code(),
                    "detail", refusal.detail().in(locale),
                    "errors", List.of());
            try {
                response.getBody().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
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
