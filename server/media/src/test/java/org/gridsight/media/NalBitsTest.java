package org.gridsight.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Bits of a NAL unit. */
class NalBitsTest {

    @Test
    void readsNumbersOfBothKinds() {
        // 1 | 010 | 011 | 00100 | 00101 0...: ue 0, ue 1, ue 2, se of code 3 = 2, se of code 4 = -2
        NalBits bits = new NalBits(Bytes.of(0xff, 0b1010_0110, 0b0100_0010, 0b1000_0000), 1);
        assertThat(bits.unsigned()).isZero();
        assertThat(bits.unsigned()).isEqualTo(1);
        assertThat(bits.unsigned()).isEqualTo(2);
        assertThat(bits.signed()).isEqualTo(2);
        assertThat(bits.signed()).isEqualTo(-2);
        assertThat(bits.isPastEnd()).isFalse();
    }

    @Test
    void passesOverEmulationPrevention() {
        NalBits bits = new NalBits(Bytes.of(0, 0, 3, 1, 0, 0, 3), 0);
        assertThat(bits.bits(24)).isEqualTo(1);
        assertThat(bits.bits(16)).isZero();
        assertThat(bits.isPastEnd()).isFalse();
        assertThat(bits.flag()).isFalse();
        assertThat(bits.isPastEnd()).as("the last 3 is no content").isTrue();
    }

    @Test
    void readsZerosBeyondTheEnd() {
        NalBits bits = new NalBits(Bytes.of(0x01), 0);
        bits.skip(7);
        assertThat(bits.flag()).isTrue();
        assertThat(bits.unsigned()).isEqualTo(Integer.MAX_VALUE);
        assertThat(bits.bits(32)).isZero();
        assertThat(bits.isPastEnd()).isTrue();
    }
}
