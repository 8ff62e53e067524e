package org.gridsight.media.gb28181;

import java.nio.charset.Charset;
import java.util.function.Consumer;

/** The XML texts we send: GB18030 unless the other side wants UTF-8, one line per element, every value escaped. */
final class Manscdp {

    static final String CONTENT_TYPE = "Application";
    static final String CONTENT_SUBTYPE = "MANSCDP+xml";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final StringBuilder text = new StringBuilder();
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

    /** What we tell by ourselves: Keepalive, changes of the catalogue. */
    static Manscdp notice(String command, int number, String ownId) {
        return new Manscdp("Notify").with("CmdType", command).with("SN", number).with("DeviceID", ownId);
    }

    /** An answer that is more than a result. */
    static Manscdp answer(String command, String number, String targetId) {
        return new Manscdp("Response")
                .with("CmdType", command)
                .with("SN", number)
                .with("DeviceID", targetId);
    }

    /** An element with elements inside, until {@link #end}. */
    Manscdp begin(String name) {
        text.append('<').append(name).append(">\r\n");
        return this;
    }

    /** A list that says how many items it has, until {@link #end}. */
    Manscdp beginList(String name, int items) {
        text.append('<').append(name).append(" Num=\"").append(items).append("\">\r\n");
        return this;
    }

    Manscdp end(String name) {
        text.append("</").append(name).append(">\r\n");
        return this;
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
        return bytes(GB18030);
    }

    byte[] bytes(Charset charset) {
        return ("<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\r\n" + text + "</" + root + ">\r\n")
                .getBytes(charset);
    }
}
