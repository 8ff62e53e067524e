package org.gridsight.media.net;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a camera as a person typed it, taken apart. Its text never contains the name and password.
 *
 * @param host a name, or an address without brackets
 * @param path begins with a slash; query included, fragment not
 */
public record CameraUrl(String host, int port, String path, Optional<Credentials> credentials) {

    private static final int MAX_LENGTH = 2048;
    private static final int RTSP_PORT = 554;

    /** Takes {@code rtsp://[name:password@]host[:port][/path]} and nothing else. */
    public static CameraUrl parse(String text) throws RefusedAddress {
        String url = text.strip();
        int schemeEnd = url.indexOf(':');
        if (schemeEnd < 1 || url.length() > MAX_LENGTH) {
            throw new RefusedAddress("address-malformed", "the address must look like rtsp://host:554/path");
        }
        if (!url.substring(0, schemeEnd).toLowerCase(Locale.ROOT).equals("rtsp")) {
            throw new RefusedAddress("address-scheme", "only rtsp: addresses are opened");
        }
        if (!url.startsWith("//", schemeEnd + 1) || url.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new RefusedAddress("address-malformed", "the address must look like rtsp://host:554/path");
        }
        String rest = url.substring(schemeEnd + 3);
        int fragment = rest.indexOf('#', Math.max(0, rest.lastIndexOf('@')));
        rest = fragment < 0 ? rest : rest.substring(0, fragment);
        int authorityEnd = authorityEnd(rest);
        return authority(rest.substring(0, authorityEnd), path(rest.substring(authorityEnd)));
    }

    private static int authorityEnd(String rest) {
        int end = rest.length();
        for (char mark : new char[] {'/', '?'}) {
            int at = rest.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return end;
    }

    private static CameraUrl authority(String authority, String path) throws RefusedAddress {
        // passwords with an @ are common: the last one ends them
        int at = authority.lastIndexOf('@');
        String hostAndPort = authority.substring(at + 1);
        String host;
        String port;
        if (hostAndPort.startsWith("[")) {
            int bracket = hostAndPort.indexOf(']');
            host = bracket < 0 ? "" : hostAndPort.substring(1, bracket);
            port = bracket < 0 ? "" : hostAndPort.substring(bracket + 1);
        } else {
            int colon = hostAndPort.indexOf(':');
            host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
            port = colon < 0 ? "" : hostAndPort.substring(colon);
        }
        if (!host.matches("[\\p{L}\\p{N}._:-]{1,253}")) {
            throw new RefusedAddress("address-malformed", "the host is neither a name nor an address");
        }
        return new CameraUrl(host, port(port), path, login(at < 0 ? "" : authority.substring(0, at)));
    }

    private static int port(String text) throws RefusedAddress {
        if (text.isEmpty() || text.equals(":")) {
            return RTSP_PORT;
        }
        int port = text.matches(":\\d{1,5}") ? Integer.parseInt(text.substring(1)) : 0;
        if (port < 1 || port > 65_535) {
            throw new RefusedAddress("address-malformed", "the port must be a number from 1 to 65535");
        }
        return port;
    }

    private static Optional<Credentials> login(String userInfo) {
        if (userInfo.isEmpty()) {
            return Optional.empty();
        }
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return Optional.of(new Credentials(decoded(user), decoded(password)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a bare per cent sign: meant as it stands
            return text;
        }
    }

    /** Beyond ASCII everything is escaped; a path that begins with a query gets its slash. */
    private static String path(String text) {
        StringBuilder path = new StringBuilder(text.startsWith("/") ? "" : "/");
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ') {
                path.append((char) octet);
            } else {
                path.append('%').append(String.format(Locale.ROOT, "%02X", octet & 0xff));
            }
        }
        return path.toString();
    }

    /** The address for requests, without name and password. */
    public String text() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return "rtsp://" + shown + (port == RTSP_PORT ? "" : ":" + port) + path;
    }

    @Override
    public String toString() {
        return "CameraUrl[hidden]";
    }
}
