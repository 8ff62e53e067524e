package org.gridsight.media.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Addresses inside one conversation. They are only texts for the camera: where to connect was decided before. */
final class RtspUris {

    private static final int MAX_LENGTH = 2048;

    private RtspUris() {}

    static boolean isAbsolute(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("rtsp://");
    }

    /**
     * The address of a track. Cameras expect what most clients do, which is to put the pieces together with one slash between
     * them, even behind a query, rather than RFC 3986.
     */
    static String resolve(String base, String control) {
        String clean = clean(base);
        if (control.isEmpty() || control.equals("*")) {
            return clean;
        }
        if (isAbsolute(control)) {
            return clean(control);
        }
        String left = clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
        return clean(left + "/" + (control.startsWith("/") ? control.substring(1) : control));
    }

    /** Nothing that could end a request line. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        for (byte octet : text.substring(0, Math.min(text.length(), MAX_LENGTH)).getBytes(UTF_8)) {
            if (octet > ' ' && octet < 0x7f) {
                clean.append((char) octet);
            } else {
                clean.append(String.format("%%%02X", octet & 0xff));
            }
        }
        return clean.toString();
    }
}
