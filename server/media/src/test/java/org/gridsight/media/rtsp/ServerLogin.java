package org.gridsight.media.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridsight.media.net.Credentials;

/** The server's side of Basic and Digest, written from RFC 7616 apart from the client's. */
final class ServerLogin {

    private ServerLogin() {}

    static boolean accepts(Credentials known, String method, String header) {
        if (header.startsWith("Basic ")) {
            byte[] pair = Base64.getDecoder().decode(header.substring(6));
            return new String(pair, UTF_8).equals(known.user() + ":" + known.password());
        }
        if (!header.startsWith("Digest ") || !part(header, "username").equals(known.user())) {
            return false;
        }
        String algorithm = part(header, "algorithm").equals("SHA-256") ? "SHA-256" : "MD5";
        String secret = hash(algorithm, known.user() + ":" + part(header, "realm") + ":" + known.password());
        String what = hash(algorithm, method + ":" + part(header, "uri"));
        String between = part(header, "qop").isEmpty()
                ? part(header, "nonce")
                : String.join(
                        ":", part(header, "nonce"), part(header, "nc"), part(header, "cnonce"), part(header, "qop"));
        return part(header, "response").equals(hash(algorithm, secret + ":" + between + ":" + what));
    }

    private static String part(String header, String name) {
        Matcher matcher =
                Pattern.compile("[ ,]" + name + "=(?:\"([^\"]*)\"|([^,\\s]*))").matcher(header);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
