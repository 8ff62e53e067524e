package org.gridsight.media.gb28181;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders to a recording as they come from above: MANSRTSP (GB/T 28181 annex B) inside INFO. */
final class MansRtsp {

    private static final int MOST_BYTES = 2_048;
    private static final Pattern SCALE = Pattern.compile("(?im)^Scale:\\s*([0-9]{1,2}(?:\\.[0-9]{1,4})?)\\s*$");
    private static final Pattern RANGE = Pattern.compile("(?im)^Range:\\s*npt=([0-9]{1,7})(?:\\.[0-9]*)?-.*$");
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 16;

    private MansRtsp() {}

    /** False when it is no order that a recording could follow. */
    static boolean carryOut(byte[] body, Playback recording) {
        if (body.length > MOST_BYTES) {
            return false;
        }
        String text = new String(body, StandardCharsets.US_ASCII);
        String method = text.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        if (method.equals("PAUSE")) {
            recording.pause();
            return true;
        }
        return method.equals("PLAY") && play(text, recording);
    }

    private static boolean play(String text, Playback recording) {
        Optional<String> scale = first(SCALE, text);
        Optional<String> range = first(RANGE, text);
        if (scale.isPresent()) {
            double speed = Double.parseDouble(scale.get());
            if (speed < SLOWEST || speed > FASTEST) {
                return false;
            }
            recording.setSpeed(speed);
        }
        range.ifPresent(seconds -> recording.seek(Duration.ofSeconds(Long.parseLong(seconds))));
        if (scale.isEmpty() && range.isEmpty()) {
            recording.resume();
        }
        return true;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
