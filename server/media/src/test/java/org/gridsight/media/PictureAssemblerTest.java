package org.gridsight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From NAL units to samples. */
class PictureAssemblerTest {

    private static final byte[] SPS = Bytes.of(0x67, 0x42, 0xc0, 0x1e, 0xd9);
    private static final byte[] OTHER_SPS = Bytes.of(0x67, 0x42, 0xc0, 0x28, 0xd9, 0x11);
    private static final byte[] PPS = Bytes.of(0x68, 0xce, 0x3c, 0x80);
    private static final byte[] IDR = Bytes.of(0x65, 0x88, 0x84);
    private static final byte[] SLICE = Bytes.of(0x41, 0x9a, 0x02, 0x05);

    private final PictureAssembler assembler = new PictureAssembler(Codec.H264, 1000);

    @Test
    void makesASampleAndKeepsSetsAside() {
        assembler.unit(Bytes.of(0x09, 0xf0), 0, 2);
        assembler.unit(ByteBuffer.wrap(SPS));
        assembler.unit(PPS, 0, PPS.length);
        assembler.unit(IDR, 0, IDR.length);
        AccessUnit picture = present(assembler.take(9000, 5));
        assertThat(picture.sample()).isEqualTo(Bytes.of(0, 0, 0, 3, 0x65, 0x88, 0x84));
        assertThat(picture.key()).isTrue();
        assertThat(picture.time90k()).isEqualTo(9000);
        assertThat(assembler.sets().format()).isEqualTo(new VideoFormat(Codec.H264, List.of(SPS, PPS)));
        assertThat(assembler.hasPicture()).isFalse();
    }

    @Test
    void beginsAtARecoveryPointOnlyWhereNoIdrPictureComes() {
        // behind a message of 3 bytes the one that names a recovery point after 0 pictures
        byte[] recovery = Bytes.of(0x06, 0x01, 0x03, 1, 2, 3, 0x06, 0x01, 0xc4, 0x80);
        assertThat(key(recovery, SLICE)).isTrue();
        assertThat(key(IDR)).isTrue();
        assertThat(key(recovery, SLICE)).as("an IDR picture is better").isFalse();
        for (int i = 0; i < 250; i++) {
            assertThat(key(SLICE)).isFalse();
        }
        assertThat(key(recovery, SLICE))
                .as("there was one only at the beginning")
                .isTrue();
        byte[] other = Bytes.of(0x06, 0x05, 0x01, 6, 0x80);
        assertThat(key(other, SLICE)).isFalse();
        byte[] cut = Bytes.of(0x06, 0x06, 0x01);
        assertThat(key(cut, SLICE)).isFalse();
        byte[] farAway = Bytes.of(0x06, 0x06, 0x04, 0x00, 0x01, 0x00, 0x80);
        assertThat(key(farAway, SLICE)).as("whole after very many pictures").isFalse();
    }

    private boolean key(byte[]... units) {
        for (byte[] unit : units) {
            assembler.unit(unit, 0, unit.length);
        }
        return present(assembler.take(0, 0)).key();
    }

    @Test
    void joinsPiecesAndSlices() {
        assembler.begin(SLICE[0]);
        assembler.append(SLICE[0]);
        assembler.append(SLICE, 1, 2);
        assembler.append(ByteBuffer.wrap(SLICE, 2, 2));
        assembler.unit(SLICE, 0, SLICE.length);
        AccessUnit picture = present(assembler.take(0, 0));
        assertThat(picture.sample()).isEqualTo(Bytes.of(0, 0, 0, 4, 0x41, 0x9a, 2, 5, 0, 0, 0, 4, 0x41, 0x9a, 2, 5));
        assertThat(picture.key()).isFalse();
    }

    @Test
    void givesNothingForSetsAlone() {
        assembler.unit(SPS, 0, SPS.length);
        assertThat(assembler.take(0, 0)).isNull();
        assertThat(assembler.sets().format()).as("no PPS yet").isNull();
    }

    @Test
    void losesOnlyThePictureThatIsTooBig() {
        assembler.unit(new byte[] {0x65, 1}, 0, 2);
        assembler.begin(0x41);
        for (int i = 0; i < 11; i++) {
            assembler.append(new byte[100], 0, 100);
        }
        assembler.end();
        assertThat(assembler.isTooBig()).isTrue();
        assertThat(assembler.take(0, 0)).isNull();
        assembler.unit(IDR, 0, IDR.length);
        assertThat(present(assembler.take(1, 1)).sample()).hasSize(7);
    }

    @Test
    void replacesASetOfTheSameNumberOnly() {
        ParameterSets sets = assembler.sets();
        assertThat(sets.offer(SPS, 0, SPS.length)).isTrue();
        assertThat(sets.offer(PPS, 0, PPS.length)).isTrue();
        VideoFormat first = present(sets.format());
        assertThat(sets.offer(SPS, 0, SPS.length)).isTrue();
        assertThat(sets.format()).as("nothing new").isSameAs(first);
        assertThat(sets.offer(OTHER_SPS, 0, OTHER_SPS.length)).isTrue();
        assertThat(present(sets.format()).sets()).containsExactly(OTHER_SPS, PPS);
        byte[] secondPps = Bytes.of(0x68, 0x58);
        assertThat(sets.offer(secondPps, 0, 2)).isTrue();
        assertThat(present(sets.format()).sets()).hasSize(3);
        assertThat(sets.offer(IDR, 0, 3)).isFalse();
        assertThat(sets.offer(new byte[] {0x67}, 0, 1)).isFalse();
    }

    @Test
    void ordersTheSetsOfH265() {
        ParameterSets sets = new ParameterSets(Codec.H265);
        byte[] vps = Bytes.of(0x40, 1, 0x0c, 1);
        byte[] sps = Bytes.of(0x42, 1, 1, 1, 0x60, 0, 0, 3, 0, 0x90, 0, 0, 3, 0, 0, 3, 0, 0x5d, 0xa0, 2);
        byte[] pps = Bytes.of(0x44, 1, 0xc1, 0x72);
        for (byte[] set : List.of(pps, sps)) {
            assertThat(sets.offer(set, 0, set.length)).isTrue();
        }
        assertThat(sets.format()).isNull();
        assertThat(sets.offer(vps, 0, vps.length)).isTrue();
        assertThat(present(sets.format()).sets()).containsExactly(vps, sps, pps);
        byte[] changed = sps.clone();
        changed[17] = 0x7b;
        assertThat(sets.offer(changed, 0, changed.length)).isTrue();
        assertThat(present(sets.format()).sets()).as("same number").hasSize(3);
    }

    private static <T> T present(@Nullable T value) {
        assertThat(value).isNotNull();
        return Objects.requireNonNull(value);
    }
}
