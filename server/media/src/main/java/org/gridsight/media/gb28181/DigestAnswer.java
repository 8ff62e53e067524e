package org.gridsight.media.gb28181;

import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sip.address.URI;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.WWWAuthenticateHeader;
import org.jspecify.annotations.Nullable;

/** Proves a password to whoever asks with 401 (RFC 2617 and RFC 7616), with or without qop. */
final class DigestAnswer {

    private static final String COUNT = "00000001";

    private DigestAnswer() {}

    /** Empty when the challenge wants what we cannot do. */
    static Optional<AuthorizationHeader> to(
            WWWAuthenticateHeader challenge, String method, URI uri, UpperPlatform platform, HeaderFactory headers) {
        Optional<MessageDigest> digest = DigestProof.digest(text(challenge.getAlgorithm()));
        if (digest.isEmpty() || !"Digest".equalsIgnoreCase(challenge.getScheme())) {
            return Optional.empty();
        }
        boolean counted = text(challenge.getQop()).toLowerCase(Locale.ROOT).matches("(.*[, ])?auth([, ].*)?");
        String own = UUID.randomUUID().toString().replace("-", "");
        String middle = text(challenge.getNonce()) + (counted ? ':' + COUNT + ':' + own + ":auth" : "");
        String who = platform.user() + ':' + text(challenge.getRealm()) + ':' + platform.password();
        try {
            AuthorizationHeader header = headers.createAuthorizationHeader("Digest");
            header.setUsername(platform.user());
            header.setRealm(text(challenge.getRealm()));
            header.setNonce(text(challenge.getNonce()));
            header.setURI(uri);
            header.setResponse(DigestProof.response(digest.get(), who, middle, method + ':' + uri));
            header.setAlgorithm(text(challenge.getAlgorithm()).isEmpty() ? "MD5" : challenge.getAlgorithm());
            if (counted) {
                header.setQop("auth");
                header.setCNonce(own);
                header.setNonceCount(1);
            }
            String opaque = challenge.getOpaque();
            if (opaque != null) {
                header.setOpaque(opaque);
            }
            return Optional.of(header);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
