package org.gridsight.media.gb28181;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.sip.header.AuthorizationHeader;
import org.jspecify.annotations.Nullable;

/** Computes and checks the digest of RFC 2617 and RFC 7616 that a device sends with REGISTER: MD5 or SHA-256, with or without qop. */
final class DigestProof {

    private DigestProof() {}

    /** Whether the header proves the password for this method. */
    static boolean holds(AuthorizationHeader header, String method, String realm, String password) {
        String user = text(header.getUsername());
        String uri = header.getURI() == null ? "" : header.getURI().toString();
        Optional<MessageDigest> digest = digest(text(header.getAlgorithm()));
        if (digest.isEmpty() || user.isEmpty() || !realm.equals(header.getRealm())) {
            return false;
        }
        String middle = text(header.getNonce());
        if ("auth".equalsIgnoreCase(text(header.getQop()))) {
            middle += String.format(":%08x:%s:%s", header.getNonceCount(), text(header.getCNonce()), header.getQop());
        }
        String expected = response(digest.get(), user + ':' + realm + ':' + password, middle, method + ':' + uri);
        return MessageDigest.isEqual(
                bytes(expected), bytes(text(header.getResponse()).toLowerCase(Locale.ROOT)));
    }

    /** The response of RFC 2617: who, what the server gave, what is asked. */
    static String response(MessageDigest digest, String who, String middle, String asked) {
        return hash(digest, hash(digest, who) + ':' + middle + ':' + hash(digest, asked));
    }

    static Optional<MessageDigest> digest(String algorithm) {
        String name = algorithm.isEmpty() ? "MD5" : algorithm.toUpperCase(Locale.ROOT);
        if (!name.equals("MD5") && !name.equals("SHA-256")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }

    private static String hash(MessageDigest digest, String text) {
        return HexFormat.of().formatHex(digest.digest(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
