package org.gridsight.media.gb28181;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the nonces of the digest and knows its own again without keeping any: each is its time and a keyed hash over that
 * time and the caller's host. A nonce that a device invented, got from another server or sniffed from another host is worth
 * nothing. Belongs to the station's thread.
 */
final class Nonces {

    private static final int TIME_DIGITS = 16;
    private static final int HASH_BYTES = 12;

    private final Mac mac;
    private final long lifeNanos;
    private final long origin = System.nanoTime();

    Nonces(Duration life) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        lifeNanos = life.toNanos();
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    String next(String host) {
        String time = String.format("%016x", System.nanoTime() - origin);
        return time + hash(time, host);
    }

    /** Whether the nonce was made here for this host, however long ago. */
    boolean isOurs(String nonce, String host) {
        if (nonce.length() != TIME_DIGITS + 2 * HASH_BYTES) {
            return false;
        }
        String expected = hash(nonce.substring(0, TIME_DIGITS), host);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                nonce.substring(TIME_DIGITS).getBytes(StandardCharsets.UTF_8));
    }

    /** Only asked for one that {@link #isOurs}. */
    boolean isFresh(String nonce) {
        long made = Long.parseLong(nonce.substring(0, TIME_DIGITS), 16);
        return System.nanoTime() - origin - made <= lifeNanos;
    }

    private String hash(String time, String host) {
        byte[] whole = mac.doFinal((time + ' ' + host).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, HASH_BYTES);
    }
}
