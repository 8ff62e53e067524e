package org.gridsight.media.ps;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.gridsight.media.rtp.RtpPacket;

/**
 * Who may send the pictures of one call: the hosts its device signs in from or names in its answer, and whoever carries the
 * number agreed for the stream, for a media server may stand behind another router than the device. Anybody else who finds
 * the port is a stranger, whose pictures would pass for the camera's.
 */
public final class PictureSenders {

    private final Set<InetAddress> hosts = new CopyOnWriteArraySet<>();
    private final Set<Integer> sources = new CopyOnWriteArraySet<>();

    /** Any thread may add to it, also while packets come. */
    public void allow(InetAddress host) {
        hosts.add(host);
    }

    /** By the number of the stream (SSRC, RFC 3550) as GB/T 28181 writes it, ten decimal digits; others name nobody. */
    public void allowSource(String digits) {
        if (digits.matches("[0-9]{10}")) {
            sources.add((int) Long.parseLong(digits));
        }
    }

    boolean isKnown(InetSocketAddress from) {
        return hosts.contains(from.getAddress());
    }

    boolean mayBeFrom(InetSocketAddress from, RtpPacket packet) {
        return isKnown(from) || sources.contains(packet.source());
    }
}
