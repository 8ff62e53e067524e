package org.gridsight.media.ps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Told;
import org.gridsight.media.ps.PsWriter.Style;
import org.gridsight.media.rtp.RtpPacket;
import org.junit.jupiter.api.Test;

class PsStreamTest {

    private static final int PICTURES = 30;
    private static final int GROUP = 10;

    private final Told told = new Told();
    private final PsStream stream = new PsStream(told);
    private final RtpPacket header = new RtpPacket();

    private void feed(byte[] packet) {
        ByteBuffer bytes = ByteBuffer.wrap(packet);
        if (header.parse(bytes)) {
            stream.packet(header, bytes);
        }
    }

    /** All packets of thirty pictures, in three groups, and what the writer did to them. */
    private static List<byte[]> clip(Style style, boolean marker, boolean timestamps) {
        SyntheticVideo video = new SyntheticVideo(7, style.streamType() == 0x24);
        PsWriter writer = new PsWriter(style, 1_400, 65_500);
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            boolean key = i % GROUP == 0;
            byte[] picture = video.picture(key, 2, key ? 12_000 : 1_500);
            packets.addAll(
                    writer.packets(writer.picture(picture, key, i * 3_600L), timestamps ? i * 3_600L : 0, marker));
        }
        return packets;
    }

    private void expectAll(int least) {
        assertThat(told.pictures).hasSizeBetween(least, PICTURES);
        for (int i = 0; i < told.pictures.size(); i++) {
            boolean key = i % GROUP == 0;
            assertThat(told.pictures.get(i).key()).isEqualTo(key);
            assertThat(told.pictures.get(i).sample()).hasSize(key ? 12_008 : 1_508);
        }
    }

    private void expectTimes() {
        for (int i = 1; i < told.pictures.size(); i++) {
            assertThat(told.pictures.get(i).time90k() - told.pictures.get(i - 1).time90k())
                    .isEqualTo(3_600);
        }
    }

    @Test
    void cutsAUsualStreamIntoPictures() {
        clip(Style.USUAL, true, true).forEach(this::feed);
        expectAll(PICTURES);
        expectTimes();
        assertThat(told.formats).hasSize(1);
        assertThat(told.formats.get(0).codec()).isEqualTo(Codec.H264);
        assertThat(told.faults).isEmpty();
    }

    @Test
    void namesAMakersOwnStream() {
        PsWriter writer = new PsWriter(Style.USUAL, 1_400, 1);
        for (int i = 0; i < 60; i++) {
            byte[] frame = new byte[3_000];
            Arrays.fill(frame, (byte) 7);
            System.arraycopy(new byte[] {'D', 'H', 'A', 'V', (byte) 0xfd}, 0, frame, 0, 5);
            writer.packets(frame, i * 3_600L, true).forEach(this::feed);
        }
        assertThat(told.pictures).isEmpty();
        assertThat(told.faults).extracting(MediaFault::code).contains("ps-dhav").doesNotContain("ps-no-pack");
        assertThat(stream.whyNoPicture().detail()).contains("DHAV");
    }

    @Test
    void needsNoMarker() {
        clip(Style.USUAL, false, true).forEach(this::feed);
        expectAll(PICTURES - 1);
        expectTimes();
        assertThat(told.faults).isEmpty();
    }

    @Test
    void needsNoMapNoLengthsNoTimes() {
        clip(new Style(false, false, false, false, 2_000, 0x1b), false, true).forEach(this::feed);
        expectAll(PICTURES - 1);
        expectTimes();
        assertThat(told.faults).isEmpty();
    }

    @Test
    void needsNoTimestampsWhenTheStreamHasTimes() {
        clip(Style.USUAL, false, false).forEach(this::feed);
        expectAll(PICTURES - 1);
        expectTimes();
    }

    @Test
    void tellsPicturesApartByTheirSlicesWhenNothingElseSays() {
        List<byte[]> packets = clip(new Style(false, true, false, true, 60_000, 0x1b), false, false);
        packets.forEach(this::feed);
        // the last one is not known to be whole
        expectAll(PICTURES - 1);
    }

    @Test
    void findsH265WhateverTheMapSays() {
        clip(new Style(true, true, true, true, 5_000, 0x24), true, true).forEach(this::feed);
        expectAll(PICTURES);
        assertThat(told.formats.get(0).codec()).isEqualTo(Codec.H265);
        assertThat(told.formats.get(0).sets()).hasSize(3);
    }

    @Test
    void standsAMarkerOnEveryPacket() {
        List<byte[]> packets = clip(Style.USUAL, true, true);
        packets.forEach(packet -> packet[1] |= (byte) 0x80);
        packets.forEach(this::feed);
        expectAll(PICTURES);
    }

    @Test
    void stopsBelievingAMarkerInTheMiddleOfAPicture() {
        PsWriter writer = new PsWriter(new Style(true, true, true, false, 3_000, 0x1b), 60_000, 0);
        SyntheticVideo video = new SyntheticVideo(3, false);
        for (int i = 0; i < 8; i++) {
            byte[] whole = writer.picture(video.picture(i % 2 == 0, 1, 5_000), i % 2 == 0, i * 3_600L);
            // the second packet of the picture goes into an RTP packet of its own, and both are marked
            int cut = whole.length - 2_013;
            while (!(whole[cut] == 0
                    && whole[cut + 1] == 0
                    && whole[cut + 2] == 1
                    && (whole[cut + 3] & 0xff) == 0xe0)) {
                cut--;
            }
            writer.packets(Arrays.copyOf(whole, cut), i * 3_600L, true).forEach(this::feed);
            writer.packets(Arrays.copyOfRange(whole, cut, whole.length), i * 3_600L, true)
                    .forEach(this::feed);
        }
        assertThat(told.faults).extracting(MediaFault::code).containsExactly("rtp-marker-wrong");
        // the last one is not known to be whole
        assertThat(told.pictures)
                .hasSize(7)
                .allSatisfy(unit -> assertThat(unit.sample()).hasSize(5_004));
    }

    /** Each slice in a pack of its own. */
    private static List<byte[]> slicePacks(boolean marker, boolean timestamps, boolean times) {
        SyntheticVideo video = new SyntheticVideo(7, false);
        PsWriter writer = new PsWriter(new Style(true, true, times, false, 60_000, 0x1b), 1_400, 0);
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            boolean key = i % GROUP == 0;
            byte[] picture = video.picture(key, 2, key ? 12_000 : 1_500);
            int cut = picture.length - (key ? 6_004 : 754);
            for (byte[] part : List.of(Arrays.copyOf(picture, cut), Arrays.copyOfRange(picture, cut, picture.length))) {
                byte[] pack = writer.picture(part, key, i * 3_600L);
                packets.addAll(writer.packets(pack, timestamps ? i * 3_600L : 0, marker));
            }
        }
        return packets;
    }

    @Test
    void givesNothingHalfWhereEachSliceIsAPackOfItsOwn() {
        for (int way = 0; way < 8; way++) {
            told.pictures.clear();
            told.faults.clear();
            PsStream each = new PsStream(told);
            boolean marker = (way & 1) != 0;
            for (byte[] packet : slicePacks(marker, (way & 2) != 0, (way & 4) != 0)) {
                ByteBuffer bytes = ByteBuffer.wrap(packet);
                assertThat(header.parse(bytes)).isTrue();
                each.packet(header, bytes);
            }
            expectAll(PICTURES - 1);
            assertThat(told.faults)
                    .as("way %d", way)
                    .extracting(MediaFault::code)
                    .isEqualTo(marker ? List.of("rtp-marker-wrong") : List.of());
        }
    }

    @Test
    void givesAPictureItsOwnTimeWhereAPacketBeginsWithTheEndOfTheOneBefore() {
        SyntheticVideo video = new SyntheticVideo(3, false);
        PsWriter writer = new PsWriter(new Style(true, true, true, false, 60_000, 0x1b), 1_400, 0);
        byte[] tail = new byte[0];
        for (int i = 0; i < 8; i++) {
            byte[] picture = video.picture(i % 4 == 0, 2, 5_000);
            int cut = picture.length - 3_000;
            byte[] piece = Arrays.copyOf(tail, tail.length + cut);
            System.arraycopy(picture, 0, piece, tail.length, cut);
            tail = Arrays.copyOfRange(picture, cut, picture.length);
            writer.packets(writer.picture(piece, i % 4 == 0, i * 3_600L), i * 3_600L, false)
                    .forEach(this::feed);
        }
        assertThat(told.pictures)
                .hasSize(7)
                .allSatisfy(unit -> assertThat(unit.sample()).hasSize(5_008));
        expectTimes();
        assertThat(told.pictures.get(0).time90k()).isZero();
    }

    @Test
    void opensOnNoHalfKeyPictureAfterALoss() {
        List<byte[]> packets = slicePacks(true, true, true);
        for (int hole = 0; hole < packets.size(); hole++) {
            Told own = new Told();
            PsStream victim = new PsStream(own);
            for (int i = 0; i < packets.size(); i++) {
                ByteBuffer bytes = ByteBuffer.wrap(packets.get(i));
                if (i == hole) {
                    victim.lost(1);
                } else if (header.parse(bytes)) {
                    victim.packet(header, bytes);
                }
            }
            assertThat(own.pictures).as("hole %d", hole).hasSizeBetween(PICTURES - 2 - GROUP, PICTURES - 1);
            assertThat(own.pictures)
                    .allSatisfy(unit -> assertThat(unit.sample()).hasSize(unit.key() ? 12_008 : 1_508));
        }
    }

    @Test
    void dropsToTheNextKeyPictureAfterALoss() {
        List<byte[]> packets = clip(Style.USUAL, true, true);
        for (int i = 0; i < packets.size(); i++) {
            if (i == 14) {
                stream.lost(1);
            } else {
                feed(packets.get(i));
            }
        }
        // the first group ends where the packet is missing; the next two are whole
        assertThat(told.pictures.stream().filter(unit -> unit.key())).hasSize(3);
        assertThat(told.pictures.size()).isBetween(2 * GROUP + 1, PICTURES - 1);
        assertThat(told.pictures.get(told.pictures.size() - 2 * GROUP).key()).isTrue();
        assertThat(told.words).contains("fault rtp-lost");
    }

    @Test
    void passesOverGarbageBetweenPictures() {
        PsWriter writer = new PsWriter(Style.USUAL, 1_400, 0);
        SyntheticVideo video = new SyntheticVideo(3, false);
        byte[] garbage = new byte[700];
        new Random(5).nextBytes(garbage);
        for (int i = 0; i < 5; i++) {
            byte[] piece = writer.picture(video.picture(i == 0, 1, 3_000), i == 0, i * 3_600L);
            writer.packets(piece, i * 3_600L, true).forEach(this::feed);
            writer.packets(garbage, i * 3_600L + 1, false).forEach(this::feed);
        }
        assertThat(told.pictures).hasSize(5);
        assertThat(told.pictures).allSatisfy(unit -> assertThat(unit.sample()).hasSize(3_004));
        assertThat(told.words).contains("fault ps-garbage");
    }

    @Test
    void dropsAPictureThatWasBrokenOff() {
        PsWriter writer = new PsWriter(Style.USUAL, 1_400, 0);
        SyntheticVideo video = new SyntheticVideo(3, false);
        Consumer<Integer> whole = i -> writer.packets(
                        writer.picture(video.picture(i % 3 == 0, 1, 4_000), i % 3 == 0, i * 3_600L), i * 3_600L, true)
                .forEach(this::feed);
        whole.accept(0);
        List<byte[]> half = writer.packets(writer.picture(video.picture(false, 1, 4_000), false, 3_600), 3_600, true);
        feed(half.get(0));
        whole.accept(2);
        whole.accept(3);
        assertThat(told.words).contains("fault ps-half-picture");
        assertThat(told.pictures)
                .hasSize(2)
                .allSatisfy(unit -> assertThat(unit.key()).isTrue());
    }

    @Test
    void readsATransportStreamInPlaceOfTheProgramStream() {
        TsWriter ts = new TsWriter();
        SyntheticVideo video = new SyntheticVideo(11, false);
        PsWriter rtp = new PsWriter(Style.USUAL, 7 * TsParser.PACKET, 0);
        for (int i = 0; i < 6; i++) {
            byte[] pieces = ts.picture(video.picture(i == 0, 1, i == 0 ? 9_000 : 900), i * 3_600L);
            rtp.packets(pieces, i * 3_600L, true).forEach(this::feed);
        }
        assertThat(told.words).contains("fault ps-is-ts");
        assertThat(told.pictures).hasSizeGreaterThanOrEqualTo(5);
        assertThat(told.pictures.get(0).sample()).hasSize(9_004);
        expectTimes();
    }

    @Test
    void namesWhatIsMissingForAPicture() {
        assertThat(stream.whyNoPicture().code()).isEqualTo("ps-no-pack");
        PsWriter writer = new PsWriter(Style.USUAL, 1_400, 0);
        byte[] junk = new byte[100_000];
        writer.packets(junk, 0, true).forEach(this::feed);
        assertThat(told.words).contains("fault ps-no-pack");
        SyntheticVideo video = new SyntheticVideo(3, false);
        writer.packets(writer.picture(video.picture(false, 1, 3_000), false, 0), 1, true)
                .forEach(this::feed);
        assertThat(stream.whyNoPicture().code()).isEqualTo("ps-codec-unknown");
        assertThat(told.pictures).isEmpty();
    }

    @Test
    void survivesAnyBytes() {
        for (int seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            List<byte[]> packets = new ArrayList<>(clip(Style.USUAL, true, true));
            for (byte[] packet : packets) {
                for (int hits = random.nextInt(4); hits > 0; hits--) {
                    packet[random.nextInt(packet.length)] = (byte) random.nextInt(256);
                }
            }
            if (seed % 3 == 0) {
                Collections.shuffle(packets, random);
            }
            Told own = new Told();
            PsStream victim = new PsStream(own);
            for (byte[] packet : packets) {
                int length = random.nextInt(20) == 0 ? random.nextInt(packet.length) : packet.length;
                ByteBuffer bytes = ByteBuffer.wrap(packet, 0, length);
                if (header.parse(bytes)) {
                    victim.packet(header, bytes);
                }
                if (random.nextInt(50) == 0) {
                    victim.lost(1);
                }
            }
            assertThat(own.faults)
                    .as("seed %d", seed)
                    .allSatisfy(fault ->
                            assertThat(fault.code()).matches("(ps|ts|rtp)-[a-z-]+|half-picture|no-parameter-sets"));
        }
    }
}
