package org.gridsight.media.fmp4;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.SoundFormat;

/**
 * One camera's sound on the clock of its pictures. Frames follow each other without holes; where the sound comes too late it
 * is filled with silence, where it runs ahead frames are left out: a player shows only the time of which it has both.
 */
final class SoundLine {

    /** In 1/90,000 s: within it, what comes is believed to be on time. */
    private static final long LATE = 36_000;
    /** How far silence is written towards the newest picture. */
    private static final long CLOSE = 9_000;

    private static final int MOST_SILENCE = 1_000;

    private final SoundFormat format;
    private final byte[] quiet;
    private int sequence;
    private long next = -1;

    SoundLine(SoundFormat format) {
        this.format = format;
        this.quiet = quiet(format.channels());
    }

    SoundFormat format() {
        return format;
    }

    /** @param now90k the pictures' clock at the moment they came */
    Optional<SoundFragment> frames(List<byte[]> frames, long now90k) {
        long now = samples(now90k);
        List<byte[]> all = new ArrayList<>();
        if (next < 0) {
            next = now;
        } else if (next < now - samples(LATE)) {
            all.addAll(silenceUntil(now - samples(CLOSE)));
        } else if (next > now + samples(LATE)) {
            return Optional.empty();
        }
        all.addAll(frames);
        return fragment(all);
    }

    Optional<SoundFragment> silence(long picture90k) {
        long picture = samples(picture90k);
        if (next < 0) {
            next = picture;
        }
        return next < picture - samples(LATE) ? fragment(silenceUntil(picture - samples(CLOSE))) : Optional.empty();
    }

    private List<byte[]> silenceUntil(long time) {
        long missing = Math.max(0, (time - next) / SoundFormat.FRAME_SAMPLES);
        if (missing > MOST_SILENCE) {
            next = time - (long) MOST_SILENCE * SoundFormat.FRAME_SAMPLES;
        }
        return Collections.nCopies((int) Math.min(missing, MOST_SILENCE), quiet);
    }

    private Optional<SoundFragment> fragment(List<byte[]> frames) {
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = SoundBoxes.fragment(++sequence, frames, next);
        next += (long) frames.size() * SoundFormat.FRAME_SAMPLES;
        return Optional.of(new SoundFragment(bytes));
    }

    private long samples(long time90k) {
        return time90k * format.sampleRate() / Track.TIMESCALE;
    }

    /**
     * A frame of nothing (ISO/IEC 14496-3, 4.4.2): one element for each channel or the pair of them, long windows, no band used,
     * no tools, then the end.
     */
    private static byte[] quiet(int channels) {
        StringBuilder bits = new StringBuilder();
        // gain, reserved, window sequence and shape, highest band, no prediction; no pulses, noise shaping or gain
        // control
        String channel = "00000000" + "0" + "00" + "0" + "000000" + "0" + "000";
        if (channels == 1) {
            bits.append("000").append("0000").append(channel);
        } else {
            bits.append("001").append("0000").append("0").append(channel).append(channel);
        }
        bits.append("111");
        while (bits.length() % 8 != 0) {
            bits.append('0');
        }
        byte[] frame = new byte[bits.length() / 8];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return frame;
    }
}
