package org.gridsight.media.ps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridsight.media.MediaFault;
import org.gridsight.media.ps.PsWriter.Style;
import org.junit.jupiter.api.Test;

class TcpFramingTest {

    private final List<Integer> lengths = new ArrayList<>();
    private final List<MediaFault> faults = new ArrayList<>();
    private final TcpFraming framing = new TcpFraming(packet -> lengths.add(packet.remaining()), faults::add);

    private static List<byte[]> packets(int count) {
        return new PsWriter(Style.USUAL, 500, 0).packets(new byte[count * 500], 1, false);
    }

    @Test
    void findsPacketsHoweverTheBytesAreCut() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packets(200).forEach(packet -> all.writeBytes(PsWriter.framed(packet)));
        ByteBuffer bytes = ByteBuffer.wrap(all.toByteArray());
        Random random = new Random(1);
        while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), 1 + random.nextInt(1_700));
            framing.feed(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
        }
        assertThat(lengths).hasSize(200).allMatch(length -> length == 512);
        assertThat(faults).isEmpty();
    }

    @Test
    void findsItsWayBackBehindGarbage() {
        List<byte[]> packets = packets(20);
        byte[] garbage = new byte[333];
        new Random(2).nextBytes(garbage);
        for (int i = 0; i < packets.size(); i++) {
            framing.feed(ByteBuffer.wrap(PsWriter.framed(packets.get(i))));
            if (i == 10) {
                framing.feed(ByteBuffer.wrap(garbage));
            }
        }
        assertThat(lengths).hasSize(20);
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).code()).isEqualTo("rtp-out-of-step");
    }

    @Test
    void followsADeviceThatBeginsAnewUnderAnotherName() {
        packets(5).forEach(packet -> framing.feed(ByteBuffer.wrap(PsWriter.framed(packet))));
        for (byte[] packet : packets(400)) {
            packet[8] = 1;
            framing.feed(ByteBuffer.wrap(PsWriter.framed(packet)));
        }
        assertThat(lengths.size()).isGreaterThan(200);
    }

    @Test
    void survivesAnyBytes() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            framing.feed(ByteBuffer.wrap(bytes));
        }
        assertThat(faults).isNotEmpty();
    }
}
