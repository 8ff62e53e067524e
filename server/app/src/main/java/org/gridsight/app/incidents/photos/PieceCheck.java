package org.gridsight.app.incidents.photos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** What {@code Upload-Checksum} says a piece must come to. */
record PieceCheck(String algorithm, byte[] expected) {

    /** Names of tus and of Java. */
    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    static final String NAMES = "sha1,sha256";

    static Optional<PieceCheck> parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        String[] words = header.strip().split(" ", 2);
        String algorithm = ALGORITHMS.get(words[0]);
        if (algorithm == null || words.length < 2) {
            throw new Rejected(PhotoReason.ALGORITHM);
        }
        try {
            return Optional.of(new PieceCheck(algorithm, Base64.getDecoder().decode(words[1].strip())));
        } catch (IllegalArgumentException notBase64) {
            throw new Rejected(PhotoReason.ALGORITHM);
        }
    }

    MessageDigest begin() {
        return digest(algorithm);
    }

    void require(MessageDigest seen) {
        if (!MessageDigest.isEqual(expected, seen.digest())) {
            throw new Rejected(PhotoReason.CHECKSUM);
        }
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
