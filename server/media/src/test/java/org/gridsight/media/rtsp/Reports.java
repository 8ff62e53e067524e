package org.gridsight.media.rtsp;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/** Sender reports as a camera writes them. */
public final class Reports {

    private static final Instant NTP_BEGIN = Instant.parse("1900-01-01T00:00:00Z");

    private Reports() {}

    /** One that shows a time, followed by the camera's name as RFC 3550 wants it. */
    public static byte[] showing(Instant time) {
        Duration since = Duration.between(NTP_BEGIN, time);
        long fraction = ((long) since.getNano() << 32) / 1_000_000_000L;
        return of((int) since.getSeconds(), (int) fraction);
    }

    /** With an NTP time in its two halves. */
    static byte[] of(int seconds, int fraction) {
        return ByteBuffer.allocate(40)
                .putInt(0x80c8_0006)
                .putInt(0x6772_6964)
                .putInt(seconds)
                .putInt(fraction)
                .putInt(90_000)
                .putInt(17)
                .putInt(4_711)
                .putInt(0x81ca_0002)
                .putInt(0x6772_6964)
                .putInt(0x0100_0000)
                .array();
    }
}
