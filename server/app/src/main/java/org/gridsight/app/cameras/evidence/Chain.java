package org.gridsight.app.cameras.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The chain over the segments of a clip: each link is the SHA-256 of the link before and of the segment's bytes. */
final class Chain {

    private Chain() {}

    /** What stands before the first segment; it binds the chain to its clip. */
    static String genesis(UUID clip) {
        return hex(sha256().digest(("clip/" + clip).getBytes(StandardCharsets.UTF_8)));
    }

    /** Ready for the bytes of the segment that follows a link. */
    static MessageDigest after(String link) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(link));
        return digest;
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
