package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.ToldSound;
import org.junit.jupiter.api.Test;

/** Frames of AAC in RTP packets, and what is none of them. */
class RtpSoundTest {

    private static final int TYPE = 97;

    private final ToldSound told = new ToldSound();
    private final SdpSound track = new SdpSound(SoundFormat.aac(new byte[] {0x14, 0x08}), TYPE, "");
    private final RtpSound sound = new RtpSound(track, told.sound().orElseThrow());
    private int sequence = 65_534;

    private void feed(byte[]... payload) {
        int size = 0;
        for (byte[] part : payload) {
            size += part.length;
        }
        ByteBuffer packet = ByteBuffer.allocate(12 + size);
        packet.put((byte) 0x80)
                .put((byte) TYPE)
                .putShort((short) sequence++)
                .putInt(7)
                .putInt(9);
        for (byte[] part : payload) {
            packet.put(part);
        }
        sound.packet(packet.flip(), 7);
    }

    private static byte[] lengths(int... lengths) {
        ByteBuffer out = ByteBuffer.allocate(2 + 2 * lengths.length).putShort((short) (16 * lengths.length));
        for (int length : lengths) {
            out.putShort((short) (length << 3));
        }
        return out.array();
    }

    private List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        told.frames.forEach(frame -> sizes.add(frame.length));
        return sizes;
    }

    @Test
    void takesSeveralFramesOutOfOnePacket() {
        feed(lengths(3, 5), new byte[8]);
        feed(lengths(4), new byte[4]);
        assertThat(sizes()).containsExactly(3, 5, 4);
    }

    @Test
    void putsAFrameTogetherThatIsSpread() {
        feed(lengths(30), new byte[20]);
        assertThat(sizes()).isEmpty();
        feed(lengths(30), new byte[10]);
        assertThat(sizes()).containsExactly(30);
    }

    @Test
    void leavesOutAFrameOfWhichAPieceIsLost() {
        feed(lengths(30), new byte[10]);
        sequence++;
        feed(lengths(30), new byte[10]);
        feed(lengths(4), new byte[4]);
        assertThat(sizes()).containsExactly(4);
    }

    @Test
    void survivesWhatIsNoSound() {
        Random random = new Random(640);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            if (noise.length > 12 && random.nextBoolean()) {
                noise[0] = (byte) 0x80;
                noise[1] = TYPE;
            }
            sound.packet(ByteBuffer.wrap(noise), i);
        }
        assertThat(told.frames).allMatch(frame -> frame.length > 0 && frame.length <= 8_191);
    }
}
