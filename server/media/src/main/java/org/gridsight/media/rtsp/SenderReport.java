package org.gridsight.media.rtsp;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The wall clock in a camera's RTCP packets: the NTP time of a sender report (RFC 3550, 6.4.1). */
final class SenderReport {

    private static final int HEADER = 4;
    private static final int SENDER_REPORT = 200;
    /** Up to and with the octet count, without blocks of receivers. */
    private static final int SHORTEST_REPORT = 28;

    private static final int NTP_TIME = 8;

    private static final Instant ERA_0 = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant ERA_1 = Instant.parse("2036-02-07T06:28:16Z");
    /** So long before the turn of the era small numbers are still seconds since power came on. */
    private static final Duration TURN = Duration.ofDays(366);
    /** What is earlier comes from a camera whose clock was never set, or that tells how long it has been running. */
    static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");

    private SenderReport() {}

    /** Whether this is a chain of whole RTCP packets. */
    static boolean isSound(ByteBuffer packets) {
        int at = packets.position();
        while (packets.limit() - at >= HEADER) {
            int bytes = lengthAt(packets, at);
            boolean known =
                    (packets.get(at) & 0xc0) == 0x80 && typeAt(packets, at) >= 192 && typeAt(packets, at) <= 223;
            boolean whole = bytes <= packets.limit() - at;
            if (!known || !whole || typeAt(packets, at) == SENDER_REPORT && bytes < SHORTEST_REPORT) {
                return false;
            }
            at += bytes;
        }
        return at > packets.position() && at == packets.limit();
    }

    /**
     * The time in the first sender report of a sound chain; empty where there is none, or none that a wall clock shows.
     *
     * @param now by our clock, roughly: tells which 136 years small numbers are of
     */
    static Optional<Instant> wallClock(ByteBuffer packets, Instant now) {
        for (int at = packets.position(); packets.limit() - at >= HEADER; at += lengthAt(packets, at)) {
            if (typeAt(packets, at) == SENDER_REPORT) {
                int seconds = packets.getInt(at + NTP_TIME);
                int fraction = packets.getInt(at + NTP_TIME + 4);
                return seconds == 0 && fraction == 0 ? Optional.empty() : time(seconds, fraction, now);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> time(int seconds, int fraction, Instant now) {
        boolean turned = seconds >= 0 && now.isAfter(ERA_1.minus(TURN));
        long nanos = Integer.toUnsignedLong(fraction) * 1_000_000_000L >>> 32;
        Instant time = (turned ? ERA_1 : ERA_0)
                .plusSeconds(Integer.toUnsignedLong(seconds))
                .plusNanos(nanos);
        return Optional.of(time).filter(shown -> !shown.isBefore(EARLIEST));
    }

    private static int typeAt(ByteBuffer packets, int at) {
        return packets.get(at + 1) & 0xff;
    }

    private static int lengthAt(ByteBuffer packets, int at) {
        return ((packets.getShort(at + 2) & 0xffff) + 1) * 4;
    }
}
