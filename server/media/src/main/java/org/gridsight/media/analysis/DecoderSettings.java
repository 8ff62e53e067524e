package org.gridsight.media.analysis;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The bounds of the child process.
 *
 * @param heapMegabytes of its Java heap; FFmpeg's own memory comes on top
 * @param timeout for one picture; then the child is killed
 * @param waiting pictures that may wait for their turn
 * @param natives folder where FFmpeg's libraries are unpacked once
 */
public record DecoderSettings(int heapMegabytes, Duration timeout, int waiting, Path natives) {

    /** Unpacking the natives for the first time is slow on a slow disk. */
    static final Duration START = Duration.ofSeconds(60);

    public DecoderSettings {
        if (heapMegabytes < 32 || waiting < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the decoder needs 32 MB of heap, a place to wait and a time-out, were "
                    + heapMegabytes + ", " + waiting + ", " + timeout);
        }
    }

    /** 128 MB of heap, 10 s for a picture, 64 waiting. */
    public static DecoderSettings usual(Path natives) {
        return new DecoderSettings(128, Duration.ofSeconds(10), 64, natives);
    }
}
