package org.gridsight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The face of NAL units, against plain readings of the standards' tables. */
class NalUnitsTest {

    @Test
    void findsStartCodesLikeAPlainSearch() {
        Random random = new Random(264);
        for (int round = 0; round < 2_000; round++) {
            byte[] data = new byte[random.nextInt(40)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) (random.nextInt(4) - 1);
            }
            int from = data.length == 0 ? 0 : random.nextInt(data.length);
            int to = from + random.nextInt(data.length - from + 1);
            assertThat(NalUnits.nextStartCode(data, from, to)).isEqualTo(plainSearch(data, from, to));
        }
    }

    private static int plainSearch(byte[] data, int from, int to) {
        for (int i = from; i + 3 <= to; i++) {
            if (data[i] == 0 && data[i + 1] == 0 && data[i + 2] == 1) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void trimsTheZerosBehindAUnit() {
        byte[] data = {0x41, 0, 7, 0, 0};
        assertThat(NalUnits.trimmedEnd(data, 0, 5)).isEqualTo(3);
        assertThat(NalUnits.trimmedEnd(data, 3, 5)).isEqualTo(3);
    }

    @Test
    void knowsTheTypesOfBothCodecs() {
        assertThat(NalUnits.type(Codec.H264, 0x65)).isEqualTo(NalUnits.H264_IDR);
        assertThat(NalUnits.type(Codec.H265, 0x42)).isEqualTo(NalUnits.H265_SPS);
        assertThat(NalUnits.isKeySlice(Codec.H264, 1)).isFalse();
        assertThat(NalUnits.isKeySlice(Codec.H265, 21)).as("CRA").isTrue();
        assertThat(NalUnits.isKeySlice(Codec.H265, 9)).as("RASL").isFalse();
        assertThat(NalUnits.isSlice(Codec.H265, 9)).isTrue();
        assertThat(NalUnits.isSlice(Codec.H264, 6)).isFalse();
        assertThat(NalUnits.isKept(Codec.H264, 9)).as("delimiter").isFalse();
        assertThat(NalUnits.isKept(Codec.H264, 12)).as("filler").isFalse();
        assertThat(NalUnits.isKept(Codec.H265, 39)).as("SEI").isTrue();
        assertThat(NalUnits.isParameterSet(Codec.H265, 35)).isFalse();
    }

    @Test
    void seesWhereAPictureBegins() {
        assertThat(begins(Codec.H264, 0x41, 0x9a)).as("first slice").isTrue();
        assertThat(begins(Codec.H264, 0x41, 0x2a)).as("second slice").isFalse();
        assertThat(begins(Codec.H264, 0x09, 0xf0)).as("delimiter").isTrue();
        assertThat(begins(Codec.H264, 0x67, 0x42)).as("SPS").isTrue();
        assertThat(begins(Codec.H264, 0x0c, 0xff)).as("filler").isFalse();
        assertThat(begins(Codec.H265, 0x02, 0x01, 0xd0)).as("first segment").isTrue();
        assertThat(begins(Codec.H265, 0x02, 0x01, 0x50)).as("second segment").isFalse();
        assertThat(begins(Codec.H265, 0x50, 0x01, 0x84)).as("suffix SEI").isFalse();
        assertThat(begins(Codec.H265, 0x02, 0x01)).as("cut off").isFalse();
    }

    private static boolean begins(Codec codec, int... bytes) {
        return NalUnits.beginsPicture(codec, Bytes.of(bytes), 0, bytes.length);
    }
}
