package org.gridsight.media.gb28181;

import java.time.Duration;

/**
 * The patience of the station.
 *
 * @param keepalive how often devices are expected to say that they live
 * @param missedKeepalives how many may fail before a device counts as offline
 * @param answer how long a device may take to answer an INVITE
 * @param packet how long after the answer the first media packet may take
 * @param keyframe how long after the first packet the first key picture may take
 * @param silence how long a running stream may be silent
 * @param catalogue how long after the last catalogue message a device may keep the rest
 */
public record SipTimes(
        Duration keepalive,
        int missedKeepalives,
        Duration answer,
        Duration packet,
        Duration keyframe,
        Duration silence,
        Duration catalogue) {

    public static SipTimes defaults() {
        return new SipTimes(
                Duration.ofSeconds(60),
                3,
                Duration.ofSeconds(7),
                Duration.ofSeconds(6),
                Duration.ofSeconds(8),
                Duration.ofSeconds(8),
                Duration.ofSeconds(10));
    }

    Duration offlineAfter() {
        return keepalive.multipliedBy(missedKeepalives);
    }
}
