package org.gridsight.media.fmp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes nested ISO base media boxes; the length of a box is put in when its body has been written. */
final class Boxes {

    private ByteBuffer out = ByteBuffer.allocate(1024);

    Boxes box(String type, Runnable body) {
        int start = out.position();
        ints(0);
        ascii(type);
        body.run();
        out.putInt(start, out.position() - start);
        return this;
    }

    Boxes ints(int... values) {
        room(4 * values.length);
        for (int value : values) {
            out.putInt(value);
        }
        return this;
    }

    Boxes shorts(int... values) {
        room(2 * values.length);
        for (int value : values) {
            out.putShort((short) value);
        }
        return this;
    }

    Boxes bytes(int... values) {
        room(values.length);
        for (int value : values) {
            out.put((byte) value);
        }
        return this;
    }

    Boxes put(byte[] value) {
        room(value.length);
        out.put(value);
        return this;
    }

    Boxes ascii(String text) {
        return put(text.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] toBytes() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private void room(int count) {
        if (out.remaining() < count) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + count));
            out = larger.put(out.flip());
        }
    }
}
