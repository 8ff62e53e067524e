package org.gridsight.app.cameras;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where the pictures of an RTSP camera are fetched, and what opens it. Shows itself in no text. */
final class StreamAddress {

    private static final int RTSP_PORT = 554;

    private final URI uri;
    private final String username;
    private final String password;

    StreamAddress(URI uri, String username, String password) {
        this.uri = uri;
        this.username = username;
        this.password = password;
    }

    /** A URL without user and password in it; empty when it is none that can be fetched. */
    static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean fit = "rtsp".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && !uri.getHost().isBlank()
                    && uri.getFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535;
            return fit ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static int portOf(URI uri) {
        return uri.getPort() < 0 ? RTSP_PORT : uri.getPort();
    }

    URI uri() {
        return uri;
    }

    String username() {
        return username;
    }

    String password() {
        return password;
    }

    @Override
    public String toString() {
        return "StreamAddress";
    }
}
