package org.gridsight.app.incidents;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes ids that sort by time: UUID version 7 of RFC 9562, 48 bits of milliseconds and 74 random bits. */
final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    static UUID at(Instant time) {
        long high = (time.toEpochMilli() << 16) | VERSION_7 | (RANDOM.nextInt() & 0x0FFF);
        long low = VARIANT | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
