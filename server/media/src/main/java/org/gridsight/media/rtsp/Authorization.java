package org.gridsight.media.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.gridsight.media.net.Credentials;
import org.jspecify.annotations.Nullable;

/** Answers a server's challenges for one name and password. One per run, used in its loop. */
final class Authorization {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Credentials credentials;
    private @Nullable Challenge challenge;
    private int uses;

    Authorization(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * Takes a new challenge. False when there is no use in trying again: it is the one already answered, so the name or the
     * password is wrong.
     */
    boolean accept(Challenge offered) {
        @Nullable Challenge known = challenge;
        boolean again = known != null
                && (offered.scheme().equals("basic") || !offered.value("stale").equalsIgnoreCase("true"))
                && known.scheme().equals(offered.scheme())
                && (offered.scheme().equals("basic") || known.value("nonce").equals(offered.value("nonce")));
        challenge = offered;
        uses = 0;
        return !again;
    }

    /** The header's value for a request; nothing while no challenge has come. */
    Optional<String> header(String method, String uri) {
        @Nullable Challenge asked = challenge;
        if (asked == null) {
            return Optional.empty();
        }
        if (asked.scheme().equals("basic")) {
            byte[] pair = (credentials.user() + ":" + credentials.password()).getBytes(UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        return Optional.of(digest(asked, method, uri, HexFormat.of().formatHex(random)));
    }

    private String digest(Challenge asked, String method, String uri, String ownNonce) {
        String algorithm = asked.algorithm();
        boolean session = algorithm.endsWith("-SESS");
        String hash = algorithm.startsWith("SHA-256") ? "SHA-256" : "MD5";
        String nonce = asked.value("nonce");
        String who = hex(hash, credentials.user() + ":" + asked.value("realm") + ":" + credentials.password());
        String first = session ? hex(hash, who + ":" + nonce + ":" + ownNonce) : who;
        String second = hex(hash, method + ":" + uri);
        String count = String.format("%08x", ++uses);
        String middle = asked.hasQopAuth() ? ":" + count + ":" + ownNonce + ":auth:" : ":";
        StringBuilder header = new StringBuilder("Digest username=\"")
                .append(credentials.user().replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\", realm=\"")
                .append(asked.value("realm"))
                .append("\", nonce=\"")
                .append(nonce)
                .append("\", uri=\"")
                .append(uri)
                .append("\", response=\"")
                .append(hex(hash, first + ":" + nonce + middle + second))
                .append('"');
        if (asked.parameters().containsKey("algorithm")) {
            header.append(", algorithm=").append(asked.value("algorithm"));
        }
        if (asked.parameters().containsKey("opaque")) {
            header.append(", opaque=\"").append(asked.value("opaque")).append('"');
        }
        if (asked.hasQopAuth()) {
            header.append(", qop=auth, nc=").append(count);
        }
        if (asked.hasQopAuth() || session) {
            header.append(", cnonce=\"").append(ownNonce).append('"');
        }
        return header.toString();
    }

    private static String hex(String hash, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(hash).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + hash, e);
        }
    }
}
