package org.gridsight.media.gb28181;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A SIP text that the station sent, taken apart by hand. */
record SipMessage(String firstLine, String head, byte[] body) {

    static SipMessage parse(byte[] text) {
        String latin = new String(text, StandardCharsets.ISO_8859_1);
        int end = latin.indexOf("\r\n\r\n");
        int line = latin.indexOf("\r\n");
        byte[] body = new byte[text.length - end - 4];
        System.arraycopy(text, end + 4, body, 0, body.length);
        return new SipMessage(latin.substring(0, line), latin.substring(line + 2, end + 2), body);
    }

    boolean isRequest() {
        return !firstLine.startsWith("SIP/2.0");
    }

    String method() {
        return isRequest()
                ? firstLine.substring(0, firstLine.indexOf(' '))
                : header("CSeq").replaceAll(".* ", "");
    }

    int status() {
        return isRequest() ? 0 : Integer.parseInt(firstLine.substring(8, 11));
    }

    /** The value of a header, empty when there is none. */
    String header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                return line.substring(prefix.length()).strip();
            }
        }
        return "";
    }

    String text() {
        return new String(body, Charset.forName("GB18030"));
    }

    /** The text between two tags of the body. */
    String tag(String name) {
        String text = text();
        int from = text.indexOf('<' + name + '>');
        int to = text.indexOf("</" + name + '>');
        return from < 0 || to < 0 ? "" : text.substring(from + name.length() + 2, to);
    }
}
