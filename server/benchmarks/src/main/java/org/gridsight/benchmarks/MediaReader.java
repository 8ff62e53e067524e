package org.gridsight.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads fragmented MP4 as a player does and compares the clock in each picture with its own; both are this machine's. */
final class MediaReader {

    private static final byte[] MARK = MediaClip.MARK.getBytes(StandardCharsets.US_ASCII);
    private static final int MDAT = 0x6d646174;
    // the mark lies behind lengths and perhaps parameter sets
    private static final int LOOK_AT = 256;

    /** Delays of all pictures while counting. */
    volatile Latencies delays = new Latencies();

    final AtomicInteger streams = new AtomicInteger();
    private volatile boolean counting;

    void count(boolean on) {
        if (on) {
            delays = new Latencies();
        }
        counting = on;
    }

    /** Reads until the stream ends. */
    void read(InputStream stream) {
        boolean begun = false;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 64 << 10))) {
            while (true) {
                long sent = nextPicture(in);
                if (!begun) {
                    begun = true;
                    streams.incrementAndGet();
                }
                if (counting && sent != 0) {
                    delays.add(System.nanoTime() - sent);
                }
            }
        } catch (IOException e) {
            // the stream has ended
        } finally {
            if (begun) {
                streams.decrementAndGet();
            }
        }
    }

    /** Reads up to the end of a picture; answers when it was sent, 0 when it does not say. */
    static long nextPicture(DataInputStream in) throws IOException {
        while (true) {
            int length = in.readInt();
            int type = in.readInt();
            byte[] body = new byte[length - 8];
            in.readFully(body);
            if (type == MDAT) {
                return sentAt(body);
            }
        }
    }

    private static long sentAt(byte[] picture) {
        int last = Math.min(LOOK_AT, picture.length - MARK.length - 16);
        for (int i = 0; i < last; i++) {
            if (Arrays.equals(picture, i, i + MARK.length, MARK, 0, MARK.length)) {
                int from = i + MARK.length;
                return Long.parseLong(new String(picture, from, 16, StandardCharsets.US_ASCII), 16);
            }
        }
        return 0;
    }
}
