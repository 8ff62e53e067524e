package org.gridsight.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.gridsight.media.Bytes;
import org.junit.jupiter.api.Test;

/** The header of RTP packets, and their clock. */
class RtpPacketTest {

    private final RtpPacket packet = new RtpPacket();

    @Test
    void readsAPlainHeader() {
        ByteBuffer buffer =
                ByteBuffer.wrap(Bytes.of(9, 0x80, 0xe0, 0xff, 0xfe, 0xff, 0, 0, 1, 1, 2, 3, 4, 0x41, 0x9a, 9));
        buffer.position(1).limit(15);
        assertThat(packet.parse(buffer)).isTrue();
        assertThat(packet.sequence()).isEqualTo(65534);
        assertThat(packet.timestamp()).isEqualTo(0xff000001L);
        assertThat(packet.source()).isEqualTo(0x01020304);
        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.marker()).isTrue();
        assertThat(buffer.position()).isEqualTo(13);
        assertThat(buffer.limit()).isEqualTo(15);
    }

    @Test
    void passesOverSourcesExtensionAndPadding() {
        ByteBuffer buffer = ByteBuffer.wrap(Bytes.of(
                0xb1, 0x60, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9, 9, 9, 9, 0xbe, 0xde, 0, 1, 7, 7, 7, 7, 0x41, 0, 2));
        assertThat(packet.parse(buffer)).isTrue();
        assertThat(buffer.position()).isEqualTo(24);
        assertThat(buffer.limit()).isEqualTo(25);
        assertThat(packet.marker()).isFalse();
    }

    @Test
    void refusesWhatIsNoRtp() {
        Random random = new Random(3550);
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            if (packet.parse(buffer)) {
                assertThat(bytes[0] & 0xc0).isEqualTo(0x80);
                assertThat(buffer.limit()).isLessThanOrEqualTo(bytes.length);
            }
        }
    }

    @Test
    void clockDoesNotWrapAndGoesBackALittle() {
        RtpClock clock = new RtpClock();
        assertThat(clock.unwrap(0xffff_fff0L)).isEqualTo(0xffff_fff0L);
        assertThat(clock.unwrap(0x10)).isEqualTo(0x1_0000_0010L);
        assertThat(clock.unwrap(0xffff_ffffL)).isEqualTo(0xffff_ffffL);
        assertThat(clock.unwrap(5)).isEqualTo(0x1_0000_0005L);
    }
}
