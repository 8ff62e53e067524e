package org.gridsight.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What passes the last door of a source. */
class PictureGateTest {

    private static final byte[] SPS = Bytes.of(0x67, 0x42, 0xc0, 0x1e, 0xd9);
    private static final byte[] PPS = Bytes.of(0x68, 0xce, 0x3c, 0x80);

    private final Told told = new Told();
    private final PictureGate gate = new PictureGate(told);
    private final ParameterSets sets = new ParameterSets(Codec.H264);

    @Test
    void waitsForAKeyPictureWithItsSets() {
        picture(false);
        picture(true);
        sets.offer(SPS, 0, SPS.length);
        sets.offer(PPS, 0, PPS.length);
        picture(false);
        picture(true);
        picture(false);
        picture(true);
        assertThat(told.words)
                .containsExactly(
                        "fault no-parameter-sets", "format H264", "step first-keyframe", "key", "picture", "key");
        assertThat(gate.droppedCount()).isEqualTo(3);
    }

    @Test
    void waitsAgainAfterALossAndTellsANewFormat() {
        sets.offer(SPS, 0, SPS.length);
        sets.offer(PPS, 0, PPS.length);
        picture(true);
        gate.lost(new MediaFault("rtp-loss", "3 packets"));
        picture(false);
        assertThat(gate.isWaiting()).isTrue();
        sets.offer(Bytes.of(0x67, 0x42, 0xc0, 0x1f, 0xd9), 0, 5);
        picture(true);
        assertThat(told.words)
                .containsExactly("format H264", "step first-keyframe", "key", "fault rtp-loss", "format H264", "key");
    }

    private void picture(boolean key) {
        gate.picture(new AccessUnit(new byte[1], 0, key, 0), sets);
    }
}
