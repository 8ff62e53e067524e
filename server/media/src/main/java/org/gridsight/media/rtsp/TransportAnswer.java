package org.gridsight.media.rtsp;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the camera says in the header Transport about its packets.
 *
 * @param mediaChannel the interleaved channel of RTP; empty when not told
 * @param serverPort where the camera sends RTP from; empty when not told
 */
record TransportAnswer(OptionalInt mediaChannel, OptionalInt serverPort) {

    private static final Pattern CHANNEL = Pattern.compile("interleaved\\s*=\\s*(\\d{1,3})", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT = Pattern.compile("server_port\\s*=\\s*(\\d{1,5})", Pattern.CASE_INSENSITIVE);

    static TransportAnswer parse(String header) {
        return new TransportAnswer(number(CHANNEL, header, 255), number(PORT, header, 65_535));
    }

    private static OptionalInt number(Pattern pattern, String header, int most) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(matcher.group(1));
        return value <= most ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
