package org.gridsight.media;

import java.util.Arrays;

/**
 * What sound a camera sends beside its pictures.
 *
 * @param coding as people call it, such as {@code AAC} or {@code G.711 A}
 * @param configuration what an AAC decoder must know (ISO/IEC 14496-3, 1.6.2.1); empty for what browsers do not play
 */
public record SoundFormat(String coding, int sampleRate, int channels, byte[] configuration) {

    /** Samples in one frame of AAC. */
    public static final int FRAME_SAMPLES = 1024;

    private static final int LOW_COMPLEXITY = 2;
    private static final int MOST_CHANNELS = 2;
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };

    /** Sound that is named to people and left out. */
    public static SoundFormat unplayed(String coding) {
        return new SoundFormat(coding, 0, 0, new byte[0]);
    }

    /** AAC by the two bytes its configuration begins with: anything but the plain kind is only named. */
    public static SoundFormat aac(byte[] configuration) {
        if (configuration.length < 2) {
            return unplayed("AAC");
        }
        int bits = (configuration[0] & 0xff) << 8 | configuration[1] & 0xff;
        int kind = bits >> 11;
        int rate = bits >> 7 & 15;
        int channels = bits >> 3 & 15;
        boolean played = kind == LOW_COMPLEXITY && rate < RATES.length && channels > 0 && channels <= MOST_CHANNELS;
        return played
                ? new SoundFormat("AAC", RATES[rate], channels, Arrays.copyOf(configuration, 2))
                : unplayed("AAC " + kind + "/" + rate + "/" + channels);
    }

    /** Whether browsers play it. */
    public boolean isPlayed() {
        return configuration.length > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SoundFormat that
                && coding.equals(that.coding)
                && sampleRate == that.sampleRate
                && channels == that.channels
                && Arrays.equals(configuration, that.configuration);
    }

    @Override
    public int hashCode() {
        return 31 * coding.hashCode() + Arrays.hashCode(configuration);
    }
}
