package org.gridsight.media.hub;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.SoundFragment;
import org.gridsight.media.fmp4.StreamPart;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one viewer, bounded in bytes. When it is full, the pictures that wait are dropped and counted, and it
 * goes on with the next key picture. Written by the source's thread, read by the viewer's; all under its own lock.
 */
final class ViewerQueue {

    private final int mostBytes;
    private final ArrayDeque<StreamPart> parts = new ArrayDeque<>();
    private boolean keyAwaited = true;
    private boolean idle = true;
    private boolean closed;
    private int bytes;
    private long dropped;

    ViewerQueue(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** New parameter sets; decoding goes on with a key picture only. Answers whether the reader must be woken. */
    synchronized boolean format(InitSegment init) {
        keyAwaited = true;
        return append(init);
    }

    /** The whole cache at once, whatever its size. Answers whether the reader must be woken. */
    synchronized boolean group(List<StreamPart> group) {
        boolean wake = false;
        for (StreamPart part : group) {
            keyAwaited = false;
            wake |= append(part);
        }
        return wake;
    }

    /** Sound goes with the pictures: none while they are left out, and none where they would be. */
    synchronized boolean sound(SoundFragment fragment) {
        boolean room = bytes == 0 || bytes + fragment.bytes().length <= mostBytes;
        return !keyAwaited && room && append(fragment);
    }

    /** Answers whether the reader must be woken. */
    synchronized boolean picture(Fragment fragment) {
        if (keyAwaited && !fragment.key()) {
            dropped++;
            return false;
        }
        if (bytes > 0 && bytes + fragment.bytes().length > mostBytes) {
            dropPictures();
            if (!fragment.key()) {
                dropped++;
                return false;
            }
        }
        keyAwaited = false;
        return append(fragment);
    }

    synchronized @Nullable StreamPart poll() {
        return poll(part -> true);
    }

    /**
     * The next part to send; after null the reader is woken when there is one again. One that is not wanted yet stays, and
     * nobody is woken for it.
     */
    synchronized @Nullable StreamPart poll(Predicate<StreamPart> wanted) {
        StreamPart part = parts.peek();
        idle = part == null;
        if (part == null || !wanted.test(part)) {
            return null;
        }
        parts.remove();
        bytes -= part.bytes().length;
        return part;
    }

    /** What waits is not shown any more; goes on with the next key picture. */
    synchronized void forget() {
        dropPictures();
    }

    synchronized void close() {
        closed = true;
        parts.clear();
        bytes = 0;
    }

    /** Pictures this viewer did not get since it joined. */
    synchronized long dropped() {
        return dropped;
    }

    synchronized int waitingBytes() {
        return bytes;
    }

    private boolean append(StreamPart part) {
        if (closed) {
            return false;
        }
        parts.add(part);
        bytes += part.bytes().length;
        boolean sleeping = idle;
        idle = false;
        return sleeping;
    }

    // parameter sets are never dropped, but only the last of them counts
    private void dropPictures() {
        StreamPart init = null;
        for (StreamPart part : parts) {
            if (part instanceof InitSegment) {
                init = part;
            } else if (part instanceof Fragment) {
                dropped++;
            }
        }
        parts.clear();
        bytes = 0;
        keyAwaited = true;
        if (init != null) {
            parts.add(init);
            bytes = init.bytes().length;
        }
    }
}
