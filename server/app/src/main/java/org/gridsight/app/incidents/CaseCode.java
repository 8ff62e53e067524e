package org.gridsight.app.incidents;

import java.security.SecureRandom;

/**
 * One case, one code: 26 letters and digits with 130 random bits, by which a reporter follows the progress without
 * signing in. Without i, l, o and u, so that it can be read out.
 */
final class CaseCode {

    static final int LENGTH = 26;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseCode() {}

    static String random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        StringBuilder code = new StringBuilder(LENGTH);
        for (byte b : bytes) {
            code.append(ALPHABET.charAt(b & 31));
        }
        return code.toString();
    }
}
