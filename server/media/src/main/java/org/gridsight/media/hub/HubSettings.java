package org.gridsight.media.hub;

import java.time.Duration;

/**
 * The bounds of every hub.
 *
 * @param cacheBytes pictures since the last key picture kept for late joiners; a longer group is not kept at all
 * @param cachePictures the same, counted
 * @param viewerBytes what may wait for one viewer before pictures are dropped; at least twice the cache
 * @param linger how long a source runs on after the last viewer has left
 * @param startsPerSecond how many sources of all cameras together may be started in a second
 * @param sound whether viewers get the sound of the cameras; else it is left unread
 */
public record HubSettings(
        int cacheBytes, int cachePictures, int viewerBytes, Duration linger, int startsPerSecond, boolean sound) {

    /** Without sound. */
    public HubSettings(int cacheBytes, int cachePictures, int viewerBytes, Duration linger, int startsPerSecond) {
        this(cacheBytes, cachePictures, viewerBytes, linger, startsPerSecond, false);
    }

    public HubSettings {
        if (cacheBytes <= 0 || cachePictures <= 0 || startsPerSecond <= 0) {
            throw new IllegalArgumentException("cache and starts per second must be above 0, were " + cacheBytes
                    + " bytes, " + cachePictures + " pictures, " + startsPerSecond);
        }
        if (viewerBytes < 2L * cacheBytes) {
            throw new IllegalArgumentException(
                    "a viewer's queue must hold twice the cache of " + cacheBytes + " bytes, was " + viewerBytes);
        }
        if (linger.isNegative()) {
            throw new IllegalArgumentException("linger must not be negative, was " + linger);
        }
    }

    /** 4 MB and 600 pictures in the cache, 8 MB a viewer, 20 s of linger, 200 starts a second. */
    public static HubSettings usual() {
        return new HubSettings(4 << 20, 600, 8 << 20, Duration.ofSeconds(20), 200);
    }
}
