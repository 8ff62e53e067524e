package org.gridsight.media.ffmpeg;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;

/**
 * What waits for a child, bounded in bytes: when it is full everything is dropped, and it goes on with the next key picture.
 * Filled by the camera's thread, which never waits, emptied by the child's.
 */
final class PictureQueue {

    /** A group of a 4K camera; more would only be late. */
    private static final int MOST_BYTES = 16 << 20;

    /**
     * A picture on its way to the decoder.
     *
     * @param late whether newer ones wait already: it must be decoded, but nobody needs to see it
     */
    record Item(VideoFormat format, long time90k, byte[] sample, boolean late) {}

    private record Waiting(VideoFormat format, Fragment fragment) {}

    private static final int LATE = 3;

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private boolean keyAwaited = true;
    private int bytes;

    synchronized void add(VideoFormat format, Fragment fragment) {
        if (bytes + fragment.bytes().length > MOST_BYTES) {
            waiting.clear();
            bytes = 0;
            keyAwaited = true;
        }
        if (keyAwaited && !fragment.key()) {
            return;
        }
        keyAwaited = false;
        waiting.add(new Waiting(format, fragment));
        bytes += fragment.bytes().length;
        notifyAll();
    }

    synchronized Item take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        Waiting next = waiting.remove();
        byte[] whole = next.fragment.bytes();
        bytes -= whole.length;
        byte[] sample = Arrays.copyOfRange(whole, Fragment.SAMPLE_OFFSET, whole.length);
        return new Item(next.format, next.fragment.shown90k(), sample, waiting.size() >= LATE);
    }
}
