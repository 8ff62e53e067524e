package org.gridsight.media.rtsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server asks for in WWW-Authenticate (RFC 7616, RFC 7617).
 *
 * @param scheme {@code digest} or {@code basic}
 * @param parameters by lower-case name, without quotes
 */
record Challenge(String scheme, Map<String, String> parameters) {

    private static final int MAX_LENGTH = 4096;
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:^|[,\\s])(digest|basic)\\s+(?=[a-z_-]+\\s*=)");
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z_-]+)\\s*=\\s*(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\\s,\"]+))");

    /** The strongest of all that are asked for and that we know. */
    static Optional<Challenge> strongest(List<String> headers) {
        return headers.stream()
                .flatMap(header -> parse(header).stream())
                .filter(challenge -> challenge.strength() > 0)
                .max(Comparator.comparingInt(Challenge::strength));
    }

    /** One header may hold several challenges. */
    static List<Challenge> parse(String header) {
        String text = header.length() > MAX_LENGTH ? header.substring(0, MAX_LENGTH) : header;
        List<Challenge> challenges = new ArrayList<>();
        Matcher scheme = SCHEME.matcher(text);
        boolean found = scheme.find();
        while (found) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            int from = scheme.end();
            found = scheme.find();
            challenges.add(
                    new Challenge(name, parameters(text.substring(from, found ? scheme.start() : text.length()))));
        }
        return challenges;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    private int strength() {
        if (scheme.equals("basic")) {
            return 1;
        }
        boolean complete = parameters.containsKey("nonce") && parameters.containsKey("realm") && qopIsKnown();
        return switch (algorithm()) {
            case "MD5", "MD5-SESS" -> complete ? 2 : 0;
            case "SHA-256", "SHA-256-SESS" -> complete ? 3 : 0;
            default -> 0;
        };
    }

    private boolean qopIsKnown() {
        return !parameters.containsKey("qop") || hasQopAuth();
    }

    /** Whether the answer must count its uses. */
    boolean hasQopAuth() {
        for (String word : value("qop").split("[,\\s]+")) {
            if (word.equalsIgnoreCase("auth")) {
                return true;
            }
        }
        return false;
    }

    /** In capitals; MD5 when not named. */
    String algorithm() {
        return parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    }

    /** A parameter, or an empty text. */
    String value(String name) {
        return parameters.getOrDefault(name, "");
    }
}
