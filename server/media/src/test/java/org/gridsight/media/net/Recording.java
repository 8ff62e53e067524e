package org.gridsight.media.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all that a connection tells. */
class Recording implements ConnectionHandler {

    final CopyOnWriteArrayList<String> told = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void opened(Connection connection) {
        told.add("opened");
    }

    @Override
    public void readable(Connection connection, ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(copy);
        bytes.writeBytes(copy);
    }

    @Override
    public void writable(Connection connection) {
        told.add("writable");
    }

    @Override
    public void closed(Connection connection, CloseCause cause) {
        told.add("closed " + cause);
    }

    byte[] heard() {
        return bytes.toByteArray();
    }

    String text() {
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
