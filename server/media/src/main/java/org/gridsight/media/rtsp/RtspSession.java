package org.gridsight.media.rtsp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the camera has said about the session: its name, how long it lives, and which requests the camera knows. */
final class RtspSession {

    private static final int USUAL_TIMEOUT = 60;
    private static final Pattern TIMEOUT = Pattern.compile(";\\s*timeout\\s*=\\s*(\\d{1,6})", Pattern.CASE_INSENSITIVE);

    private Optional<String> id = Optional.empty();
    private int timeoutSeconds = USUAL_TIMEOUT;
    private String methods = "";

    void read(RtspMessage message) {
        message.header("public").ifPresent(value -> methods = value.toUpperCase(Locale.ROOT));
        message.header("session").ifPresent(this::named);
    }

    private void named(String value) {
        String name = value.split(";", 2)[0].strip();
        // anything longer or odder could not be sent back in one line
        if (name.matches("[\\x21-\\x7e]{1,256}")) {
            id = Optional.of(name);
        }
        Matcher timeout = TIMEOUT.matcher(value);
        if (timeout.find()) {
            timeoutSeconds = Math.max(2, Integer.parseInt(timeout.group(1)));
        }
    }

    Optional<String> id() {
        return id;
    }

    int timeoutSeconds() {
        return timeoutSeconds;
    }

    boolean knows(String method) {
        return List.of(methods.split("[,\\s]+")).contains(method);
    }
}
