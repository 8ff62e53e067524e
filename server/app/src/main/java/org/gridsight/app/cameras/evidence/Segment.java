package org.gridsight.app.cameras.evidence;

import java.time.Instant;

/**
 * A sealed piece of a clip.
 *
 * @param number from 1
 * @param firstMillis where it begins in the clip
 * @param shownAt when its first picture was taken
 * @param link the hash of the link before it and of its bytes
 */
record Segment(int number, long firstByte, long length, long firstMillis, Instant shownAt, String link) {

    long end() {
        return firstByte + length;
    }
}
