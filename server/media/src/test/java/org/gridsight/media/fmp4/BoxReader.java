package org.gridsight.media.fmp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads ISO base media boxes by path, written apart from what writes them. */
final class BoxReader {

    private final ByteBuffer bytes;

    BoxReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    List<String> topLevel() {
        List<String> types = new ArrayList<>();
        for (int at = 0; at < bytes.limit(); at += bytes.getInt(at)) {
            types.add(type(at));
        }
        return types;
    }

    /** The content of a box as 32-bit numbers. */
    int[] ints(String path) {
        int from = 0;
        int to = bytes.limit();
        for (String step : path.split("/")) {
            int at = from;
            while (!type(at).equals(step)) {
                at += bytes.getInt(at);
                if (at >= to) {
                    throw new AssertionError("no box " + step + " of " + path);
                }
            }
            from = at + 8;
            to = at + bytes.getInt(at);
        }
        int[] values = new int[(to - from) / 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getInt(from + 4 * i);
        }
        return values;
    }

    private String type(int at) {
        StringBuilder type = new StringBuilder();
        for (int i = 4; i < 8; i++) {
            type.append((char) bytes.get(at + i));
        }
        return type.toString();
    }
}
