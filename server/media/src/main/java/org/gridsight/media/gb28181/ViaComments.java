package org.gridsight.media.gb28181;

/**
 * Finds comments in Via headers. JAIN-SIP 1.3.0-91 reads an open one beyond the end of the text for ever and keeps what it
 * reads: one datagram of a stranger would take a thread and then the memory. RFC 3261 has no such comments.
 */
final class ViaComments {

    private ViaComments() {}

    /** Looks at every line, whether it is a header or not: where the head ends is for the parser to say. */
    static boolean isIn(byte[] text) {
        StringBuilder name = new StringBuilder();
        boolean inName = true;
        boolean inVia = false;
        for (int i = 0; i < text.length; i++) {
            char next = (char) (text[i] & 0xff);
            boolean lineBegins = i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r';
            boolean folded = next == ' ' || next == '\t';
            if (lineBegins && !folded) {
                name.setLength(0);
                inName = true;
                inVia = false;
            }
            if (inVia && next == '(') {
                return true;
            }
            if (inName && next == ':') {
                inName = false;
                inVia = isVia(name);
            } else if (inName && Character.isLetter(next) && name.length() < 4) {
                name.append(Character.toLowerCase(next));
            }
        }
        return false;
    }

    private static boolean isVia(CharSequence name) {
        return "via".contentEquals(name) || "v".contentEquals(name);
    }
}
