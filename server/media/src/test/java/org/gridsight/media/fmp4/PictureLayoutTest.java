package org.gridsight.media.fmp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sequence parameter sets as encoders write them, and as a line cuts them. */
class PictureLayoutTest {

    // libx264: high profile, level 1.2, no B-frames told
    private static final byte[] HIGH = hex("6764000cacb202833f3e0220000003002000000641e28549");
    // libx264: high profile with a pyramid of B-frames
    private static final byte[] REORDERED = hex("6764000cacd941419f9f011000000300100000030320f1429960");
    // libx265: main profile, level 2
    private static final byte[] H265 =
            hex("42010101600000030090000003000003003ca00a080b9f796566924caf016808000003000800000300c840");
    // libx264: baseline, level 3
    private static final byte[] BASELINE = hex("6742c01ed900a02ff97011000003000100000300320f162e48");

    @Test
    void readsH264() {
        PictureLayout high = H264Layout.parse(HIGH).orElseThrow();
        assertThat(high.codecs()).isEqualTo("avc1.64000C");
        assertThat(high.width()).isEqualTo(320);
        assertThat(high.height()).isEqualTo(180);
        assertThat(high.reorder()).isZero();
        PictureLayout baseline = H264Layout.parse(BASELINE).orElseThrow();
        assertThat(baseline.codecs()).isEqualTo("avc1.42C01E");
        assertThat(baseline.width()).isEqualTo(640);
        assertThat(baseline.height()).isEqualTo(360);
        assertThat(H264Layout.parse(REORDERED).orElseThrow().reorder()).isEqualTo(2);
    }

    @Test
    void readsH265() {
        PictureLayout main = H265Layout.parse(H265).orElseThrow();
        assertThat(main.codecs()).isEqualTo("hvc1.1.6.L60.90");
        assertThat(main.width()).isEqualTo(320);
        assertThat(main.height()).isEqualTo(180);
        assertThat(main.reorder()).isEqualTo(2);
        assertThat(main.samples()).isEqualTo(new PictureLayout.Samples(1, 8, 8));
    }

    @Test
    void keepsTheSizeWhenTheUsabilityPartIsCutOff() {
        PictureLayout cut = H264Layout.parse(Arrays.copyOf(REORDERED, 14)).orElseThrow();
        assertThat(cut.width()).isEqualTo(320);
        assertThat(cut.reorder()).isEqualTo(PictureLayout.UNTOLD);
    }

    @Test
    void refusesWhatEndsTooEarly() {
        for (int length = 0; length < 9; length++) {
            assertThat(H264Layout.parse(Arrays.copyOf(HIGH, length))).isEmpty();
            assertThat(H265Layout.parse(Arrays.copyOf(HIGH, length))).isEmpty();
        }
    }

    @Test
    void survivesGarbage() {
        long seed = 20260501;
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            H264Layout.parse(bytes)
                    .ifPresent(layout ->
                            assertThat(layout.plausible()).as("seed %d", seed).isTrue());
            H265Layout.parse(bytes)
                    .ifPresent(layout ->
                            assertThat(layout.plausible()).as("seed %d", seed).isTrue());
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
