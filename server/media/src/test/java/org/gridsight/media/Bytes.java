package org.gridsight.media;

/** Byte arrays as tests like to write them. */
public final class Bytes {

    private Bytes() {}

    public static byte[] of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
