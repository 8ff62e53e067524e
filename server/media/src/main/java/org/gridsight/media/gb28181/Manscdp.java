package org.gridsight.media.gb28181;

import java.nio.charset.Charset;
import java.util.function.Consumer;

/** The XML texts we send: GB18030, one line per element, every value escaped. */
final class Manscdp {

    static final String CONTENT_TYPE = "Application";
    static final String CONTENT_SUBTYPE = "MANSCDP+xml";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"GB18030\"?>\r\n");
    private final String root;

    private Manscdp(String root) {
        this.root = root;
        text.append('<').append(root).append(">\r\n");
    }

    /** A question: Catalog, DeviceInfo, DeviceStatus, Alarm, MobilePosition. */
    static Manscdp query(String command, int number, String targetId) {
        return new Manscdp("Query").with("CmdType", command).with("SN", number).with("DeviceID", targetId);
    }

    /** An order: PTZ, I-frame. */
    static Manscdp control(int number, String targetId) {
        return new Manscdp("Control")
                .with("CmdType", "DeviceControl")
                .with("SN", number)
                .with("DeviceID", targetId);
    }

    /** Our answer to what a device told us. */
    static Manscdp response(String command, String number, String targetId) {
        return new Manscdp("Response")
                .with("CmdType", command)
                .with("SN", number)
                .with("DeviceID", targetId)
                .with("Result", "OK");
    }

    Manscdp with(String name, Object value) {
        text.append('<').append(name).append('>');
        String plain = String.valueOf(value);
        for (int i = 0; i < plain.length(); i++) {
            append(plain.charAt(i));
        }
        text.append("</").append(name).append(">\r\n");
        return this;
    }

    /** An element that holds others. */
    Manscdp holding(String name, Consumer<Manscdp> inner) {
        text.append('<').append(name).append(">\r\n");
        inner.accept(this);
        text.append("</").append(name).append(">\r\n");
        return this;
    }

    private void append(char character) {
        switch (character) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            default -> text.append(character < ' ' ? ' ' : character);
        }
    }

    byte[] bytes() {
        return (text + "</" + root + ">\r\n").getBytes(GB18030);
    }
}
