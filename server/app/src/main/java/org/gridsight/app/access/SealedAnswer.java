package org.gridsight.app.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets of a creating call out of the table of answers. What must be given again is encrypted under the caller's
 * {@code Idempotency-Key}, of which the product keeps a hash only; what must only be compared is stretched with it.
 */
final class SealedAnswer {

    private static final int ROUNDS = 100_000;
    private static final int KEY_BITS = 256;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedAnswer() {}

    static String seal(String idempotencyKey, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] hidden = cipher(Cipher.ENCRYPT_MODE, idempotencyKey, nonce, secret.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
        System.arraycopy(hidden, 0, both, NONCE_BYTES, hidden.length);
        return Base64.getEncoder().encodeToString(both);
    }

    static String open(String idempotencyKey, String sealed) {
        byte[] both = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        byte[] hidden = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new String(cipher(Cipher.DECRYPT_MODE, idempotencyKey, nonce, hidden), StandardCharsets.UTF_8);
    }

    /** The same for the same secret and key; tells nothing to whoever has only what is stored. */
    static String fingerprint(String idempotencyKey, String secret) {
        return HexFormat.of().formatHex(stretched(secret, "compare " + idempotencyKey));
    }

    private static byte[] cipher(int mode, String idempotencyKey, byte[] nonce, byte[] text) {
        try {
            SecretKey key = new SecretKeySpec(stretched(idempotencyKey, "seal"), "AES");
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the kept answer cannot be opened", e);
        }
    }

    private static byte[] stretched(String secret, String salt) {
        try {
            PBEKeySpec wish =
                    new PBEKeySpec(secret.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ROUNDS, KEY_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(wish)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2", e);
        }
    }
}
