package org.gridsight.media.gb28181;

import java.io.IOException;
import java.util.BitSet;

/** Lends the ports on which pictures arrive, each to one stream, the longest unused first. Safe for all threads. */
final class MediaPorts {

    private final int first;
    private final int count;
    private final BitSet lent;
    private int next;

    MediaPorts(int first, int last) {
        this.first = first;
        count = last - first + 1;
        lent = new BitSet(count);
    }

    /** Opens something on a port. */
    @FunctionalInterface
    interface Opening<T> {

        T openOn(int port) throws IOException;
    }

    /** Tries free ports until one opens; another program may hold some of them. */
    synchronized <T> T open(Opening<T> opening) throws IOException {
        IOException last = new IOException("every media port is in use");
        for (int tried = 0; tried < count; tried++) {
            int index = next;
            next = (next + 1) % count;
            if (lent.get(index)) {
                continue;
            }
            try {
                T opened = opening.openOn(first + index);
                lent.set(index);
                return opened;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    synchronized void giveBack(int port) {
        if (port >= first && port < first + count) {
            lent.clear(port - first);
        }
    }
}
