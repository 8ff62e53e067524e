package org.gridsight.media.rtsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response or request of the other side.
 *
 * @param method of a request; empty for a response
 * @param status of a response; 0 for a request
 */
record RtspMessage(String method, int status, Map<String, List<String>> headers, String body) {

    static final int MAX_HEADERS = 100;

    /** Reads the head; null for what is no RTSP. */
    static @Nullable RtspMessage parse(String head) {
        String[] lines = head.split("\r?\n|\r");
        String[] words = lines[0].strip().split("\\s+", 3);
        if (words.length < 2 || lines.length > MAX_HEADERS) {
            return null;
        }
        Map<String, List<String>> headers = headers(lines);
        if (isVersion(words[0])) {
            boolean number = words[1].matches("[1-9]\\d\\d");
            return number ? new RtspMessage("", Integer.parseInt(words[1]), headers, "") : null;
        }
        boolean request = words.length == 3 && isVersion(words[2].strip()) && words[0].matches("[A-Z_]{3,20}");
        return request ? new RtspMessage(words[0], 0, headers, "") : null;
    }

    private static boolean isVersion(String word) {
        return word.toUpperCase(Locale.ROOT).matches("RTSP/\\d(\\.\\d)?");
    }

    private static Map<String, List<String>> headers(String[] lines) {
        Map<String, List<String>> headers = new HashMap<>();
        @Nullable List<String> last = null;
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            int colon = line.indexOf(':');
            if (last != null && !line.isEmpty() && line.charAt(0) <= ' ') {
                // a folded line goes on with the one before
                last.add(last.remove(last.size() - 1) + " " + line.strip());
            } else if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                last = headers.computeIfAbsent(name, key -> new ArrayList<>());
                last.add(line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    RtspMessage withBody(String text) {
        return new RtspMessage(method, status, headers, text);
    }

    boolean isResponse() {
        return status != 0;
    }

    /** The first header of this name, in lower case. */
    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** A header that must be a number from 0 up; -1 when missing or not. */
    int number(String name) {
        String text = header(name).orElse("");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
