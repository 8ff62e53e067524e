package org.gridsight.media.ps;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.Told;
import org.gridsight.media.ToldSound;
import org.gridsight.media.fuzz.FuzzTarget;
import org.gridsight.media.ps.PsWriter.Style;
import org.gridsight.media.rtp.RtpPacket;
import org.gridsight.media.rtp.RtpReorder;
import org.gridsight.media.rtsp.Framed;

/** What a GB/T 28181 device sends as pictures: RTP over TCP, packets out of order, program and transport streams. */
public final class PsFuzz {

    private static final int MOST_PICTURES = 4_096;

    private PsFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget("ps", programmes(), PsFuzz::play),
                new FuzzTarget("ts", transports(), PsFuzz::play),
                new FuzzTarget("rtp-over-tcp", programmes(), PsFuzz::frame),
                new FuzzTarget("rtp-reorder", programmes(), PsFuzz::reorder));
    }

    private static List<byte[]> programmes() {
        List<byte[]> seeds = new ArrayList<>();
        for (int type : new int[] {0x1b, 0x24}) {
            SyntheticVideo video = new SyntheticVideo(7, type == 0x24);
            PsWriter writer = new PsWriter(new Style(true, true, true, true, 2_000, type), 1_400, 65_500);
            List<byte[]> packets = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                byte[] picture = video.picture(i == 0, 2, 1_500);
                packets.addAll(writer.packets(writer.picture(picture, i == 0, i * 3_600L), i * 3_600L, true));
            }
            seeds.add(Framed.join(packets));
        }
        return seeds;
    }

    private static List<byte[]> transports() {
        SyntheticVideo video = new SyntheticVideo(7, false);
        TsWriter writer = new TsWriter();
        PsWriter packets = new PsWriter(Style.USUAL, 1_316, 65_500);
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.addAll(packets.packets(writer.picture(video.picture(i == 0, 2, 1_500), i * 3_600L), i * 3_600L, true));
        }
        return List.of(Framed.join(all));
    }

    private static void play(byte[] bytes) {
        Told told = new ToldSound();
        PsStream stream = new PsStream(told);
        RtpPacket header = new RtpPacket();
        for (ByteBuffer packet : Framed.split(bytes)) {
            if (header.parse(packet)) {
                stream.packet(header, packet);
            }
        }
        stream.lost(1);
        FuzzTarget.require(!stream.whyNoPicture().code().isEmpty(), "a reason");
        FuzzTarget.require(told.pictures.size() < MOST_PICTURES, "no more pictures than bytes");
        told.pictures.forEach(picture ->
                FuzzTarget.require(picture.sample().length <= 8 * bytes.length + 64, "no picture out of nothing"));
    }

    private static void frame(byte[] bytes) {
        int[] handed = new int[1];
        TcpFraming framing = new TcpFraming(packet -> handed[0] += packet.remaining(), fault -> {});
        int cut = bytes.length / 3;
        framing.feed(ByteBuffer.wrap(bytes, 0, cut));
        framing.feed(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
        FuzzTarget.require(handed[0] <= bytes.length, "hands out no more than came");
    }

    private static void reorder(byte[] bytes) {
        int[] counts = new int[2];
        RtpReorder reorder = new RtpReorder(64, 1_000, new RtpReorder.Receiver() {
            @Override
            public void packet(ByteBuffer packet) {
                counts[0]++;
            }

            @Override
            public void lost(int packets) {
                FuzzTarget.require(packets >= 0, "packets lost");
            }
        });
        RtpPacket header = new RtpPacket();
        long now = 0;
        for (ByteBuffer packet : Framed.split(bytes)) {
            if (header.parse(packet)) {
                reorder.offer(packet, header.sequence(), now += 100);
                counts[1]++;
            }
            FuzzTarget.require(reorder.waitingCount() <= 64, "a bounded window");
        }
        reorder.checkTime(now + 1_000_000);
        FuzzTarget.require(counts[0] <= counts[1], "none twice");
    }
}
